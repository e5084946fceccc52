use kapok_meaning::*;
use std::io::Write;
fn main() {
    let wheel=std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    
    let t=std::time::Instant::now(); let m=UniversalEncoder::from_wheel(&wheel).unwrap();
    eprintln!("load {:?}",t.elapsed()); let mut n=0; let mut dt=0.0; let mut r=csv::Reader::from_path(std::env::args().nth(2).unwrap()).unwrap();
    let mut out=std::io::BufWriter::new(std::fs::File::create(std::env::args().nth(3).unwrap()).unwrap());
    for x in r.records() { let x=x.unwrap(); let c=m.cut(&x[1]); let t=std::time::Instant::now(); let v=m.vector(&x[1]); dt+=t.elapsed().as_secs_f64(); n+=1;
      writeln!(out,"{}\t{}",c.iter().map(|n|n.to_string()).collect::<Vec<_>>().join(" "),v.iter().map(|n|n.to_string()).collect::<Vec<_>>().join(" ")).unwrap(); }
 eprintln!("{} texts/s",n as f64/dt);
}
