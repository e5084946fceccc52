use kapok_meaning::*;
use std::io::Write;
fn main() {
    let wheel=std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    
    let t=std::time::Instant::now(); let m=UniversalEncoder::from_wheel(&wheel).unwrap();
    eprintln!("load {:?}",t.elapsed()); let mut r=csv::Reader::from_path(std::env::args().nth(2).unwrap()).unwrap();
    let mut out=std::io::BufWriter::new(std::fs::File::create(std::env::args().nth(3).unwrap()).unwrap());
    let t: Vec<String>=r.records().map(|x|x.unwrap()[1].to_owned()).collect();
    let refs: Vec<&str>=t.iter().map(|x|x.as_str()).collect();
    let c0=cpu(); let v=m.vectors(&refs); let dt=cpu()-c0;
    if std::env::args().nth(4).is_some() { let c0=cpu(); for x in &refs { std::hint::black_box(m.cut(x)); } eprintln!("cutting {:.3}",cpu()-c0); }
    eprintln!("{:.0} texts/cpu s",t.len() as f64/dt);
    for (x,v) in refs.iter().zip(v) { let c=m.cut(x);
      writeln!(out,"{}\t{}",c.iter().map(|n|n.to_string()).collect::<Vec<_>>().join(" "),v.iter().map(|n|n.to_string()).collect::<Vec<_>>().join(" ")).unwrap(); }
}
fn cpu()->f64 { let s=std::fs::read_to_string("/proc/self/stat").unwrap(); let f: Vec<&str>=s.split_whitespace().collect(); f[13].parse::<f64>().unwrap()/100.0 }
