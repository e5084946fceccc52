use kapok_meaning::*;
fn main() {
    let mut texts=vec![]; let mut labels=vec![];
    let lim: usize = std::env::args().nth(1).map_or(120,|x|x.parse().unwrap());
    let mut dirs: Vec<_>=std::fs::read_dir("/work/shared/data/opinion/conversations").unwrap().map(|d|d.unwrap().path()).filter(|p|p.is_dir()).collect();
    dirs.sort();
    for (l,d) in dirs.iter().enumerate() {
        let mut r=csv::Reader::from_path(d.join("comments.csv")).unwrap();
        let c=r.headers().unwrap().iter().position(|h|h=="comment-body").unwrap();
        let mut t: Vec<String>=r.records().map(|x|x.unwrap()[c].to_owned()).filter(|t|t.chars().count()>15).collect();
        Random::new(0).shuffle(&mut t); t.truncate(lim);
        labels.extend(std::iter::repeat_n(l,t.len())); texts.extend(t);
    }
    let voc=Vocabulary::learn(&texts); let rows=voc.rows(&texts); let lat=Latent::learn(&rows,&voc);
    let mut v=Vectors::new(lat.dimensions());
    for i in 0..rows.len() { v.push(&lat.vector(rows.row(i))); }
    let mut folds: Vec<usize>=(0..texts.len()).map(|i|i%5).collect(); Random::new(7).shuffle(&mut folds);
    println!("{} texts {} grams {} dims", texts.len(), voc.len(), lat.dimensions());
    println!("knn {:.3}", yardstick::neighbour_accuracy(&v,&labels,&folds,10));
    for runs in [1,5,10,20,50] { let c=kmeans::kmeans(&v,dirs.len(),runs,None); let of: Vec<usize>=c.of.iter().map(|&x|x as usize).collect();
      println!("runs {runs} nmi {:.3} ari {:.3} close {:.1}", yardstick::mutual_information(&of,&labels), yardstick::adjusted_rand(&of,&labels), c.closeness); }
}
