use kapok_meaning::*;
use std::collections::BTreeMap;
fn main() {
    let mut r=csv::Reader::from_path("data/civic/voices.csv").unwrap();
    let rec: Vec<csv::StringRecord>=r.records().map(|x|x.unwrap()).collect();
    let texts: Vec<&str>=rec.iter().map(|r|&r[1]).collect();
    let same: Vec<&str>=rec.iter().map(|r| if r[7].is_empty() {&r[0]} else {&r[7]}).collect();
    let mut id=BTreeMap::new(); let truth: Vec<usize>=same.iter().map(|s|{let n=id.len(); *id.entry(*s).or_insert(n)}).collect();
    for thr in [0.4,0.45,0.5,0.55,0.6,0.65,0.7,0.75,0.8] { let c=Copies::find(&texts,thr); let f: Vec<usize>=(0..texts.len()).map(|i|c.first(i)).collect(); let p=yardstick::Pairs::compare(&f,&truth); println!("copy {thr} p {:.3} r {:.3} f1 {:.3}",p.precision,p.recall,p.f1()); }
    for words in [Words::None,Words::Topics] { for kin in [7,6] {
      let kins: Vec<&str>= if kin==7 {same.clone()} else {rec.iter().map(|r|&r[6]).collect()};
      let f=topic::folds(kins.iter().copied(),5);
      let mut found=vec![0;texts.len()]; let mut tr=vec![0;texts.len()]; let mut ece=vec![(0.0,0.0,0);10];
      for fold in 0..5 {
        let d: Vec<Decided>=(0..texts.len()).filter(|&i|f[i]!=fold).map(|i|Decided{text:texts[i],label:&rec[i][4],kin:kins[i]}).collect();
        let s=Suggester::learn(&d,words,None).unwrap();
        for i in (0..texts.len()).filter(|&i|f[i]==fold) { let g=&s.suggest(texts[i],1)[0]; found[i]=topic::TOPICS.iter().position(|t|*t==g.label).unwrap(); tr[i]=topic::TOPICS.iter().position(|t|*t==&rec[i][4]).unwrap();
          let b=((g.probability*10.0) as usize).min(9); ece[b].0+=g.probability; ece[b].1+=(found[i]==tr[i]) as u8 as f64; ece[b].2+=1;
          if i%97==0 && words==Words::Topics {println!("{} -> {:?}",texts[i],g);} }
      }
      let e: f64=ece.iter().map(|b|(b.0-b.1 as f64).abs()).sum::<f64>()/texts.len() as f64;
      println!("{words:?} kin {kin} F1 {:.3} ece {e:.3}", yardstick::macro_f1(&found,&tr));
    }}
}
