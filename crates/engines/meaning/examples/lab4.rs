use kapok_meaning::*;
use std::collections::BTreeMap;
fn main() {
    let mut r=csv::Reader::from_path("data/civic/voices.csv").unwrap();
    let rec: Vec<csv::StringRecord>=r.records().map(|x|x.unwrap()).collect();
    let texts: Vec<&str>=rec.iter().map(|r|&r[1]).collect();
    let mut id=BTreeMap::new(); let key: Vec<usize>=rec.iter().map(|r|{let n=id.len(); *id.entry((r[6].to_owned(),r[2].to_owned())).or_insert(n)}).collect();
    let mut id=BTreeMap::new(); let top: Vec<usize>=rec.iter().map(|r|{let n=id.len(); *id.entry((r[4].to_owned(),r[2].to_owned())).or_insert(n)}).collect();
    for detail in [0.5,1.0,2.0,4.0,8.0] { let g=group(&texts,None,Settings{copy:0.6,detail});
      let mut of=vec![0;texts.len()]; let mut n=g.groups.len(); for (i,x) in g.groups.iter().enumerate() { for t in &x.texts { for &v in &t.voices { of[v]=i; } } } for t in &g.alone { of[t.shown]=n; n+=1; }
      println!("detail {detail} groups {} alone {} biggest {} | matter nmi {:.3} ari {:.3} | topic nmi {:.3} ari {:.3} pairs {:?}", g.groups.len(), g.alone.len(), g.groups[0].voices, yardstick::mutual_information(&of,&key), yardstick::adjusted_rand(&of,&key), yardstick::mutual_information(&of,&top), yardstick::adjusted_rand(&of,&top), yardstick::Pairs::compare(&of,&top)); }
}
