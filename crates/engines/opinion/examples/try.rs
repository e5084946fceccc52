use kapok_opinion::{conversation::*, map::*, synthetic::*, votes::*, groups::agreement::adjusted_rand};
fn main() {
    let mut none = 0;
    for seed in 0..1 {
        let shapes = [Shape{participants:200,statements:40,votes:4000}, Shape{participants:500,statements:100,votes:15000}, Shape{participants:60,statements:30,votes:1200},Shape{participants:1500,statements:200,votes:40000}];
        let (v,_) = Votes::from_events(random(shapes[seed as usize%4], seed), Limits::default()).unwrap();
        let mut c = Conversation{votes:v,..Default::default()};
        c.statements = c.votes.statements().iter().map(|i| Statement::unknown(*i)).collect();
        let m = kapok(&c,&Options::default());
        none += usize::from(m.groups.is_empty());
        println!("random {seed} {:?} above {:?} out {:?} best {:?}", m.stability.finding, m.stability.above_chance, m.stability.stands_out, m.stability.agreement);
    }
    println!("none {none}/20");
    for (p,s,v) in [(5000,500,200000),(10000,1000,500000),(33422,783,2000000),(100000,1000,3000000)] {
        let (e,g) = planted(Shape{participants:p,statements:s,votes:v}, 1);
        let (v,_) = Votes::from_events(e, Limits::default()).unwrap();
        let mut c = Conversation{votes:v,..Default::default()};
        c.statements = c.votes.statements().iter().map(|i| Statement::unknown(*i)).collect();
        let m = kapok(&c,&Options::default());
        let (mut a, mut b) = (vec![],vec![]);
        for q in &m.participants { if let Some(x)=q.group { a.push(x as usize); b.push(g[q.id as usize]); } }
        println!("planted {p} {:?} k {} ari {}", m.stability.finding, m.stability.k, adjusted_rand(&a,&b));
        for t in &m.stability.tried { println!("   {t:?}"); }
    }
}
