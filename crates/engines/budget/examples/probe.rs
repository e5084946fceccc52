fn main() {
    let args: Vec<String> = std::env::args().collect();
    let file = std::io::BufReader::new(std::fs::File::open(&args[1]).unwrap());
    let reading = kapok_budget::pb::read(file).unwrap_or_else(|e| panic!("{e}"));
    for name in &args[2..] {
        let rule = match kapok_budget::preset(name) {
            Some(r) => r,
            None => kapok_budget::Rule::parse(&std::fs::read_to_string(name).unwrap()).unwrap(),
        };
        let o = kapok_budget::count(&reading.election, &rule, 1, &|_| {}).unwrap();
        println!(
            "{}|{}|{}|{}|{}|{}",
            name,
            reading.election.ids(&o.winners).join(","),
            o.cost,
            o.final_share.map(|s| s.to_string()).unwrap_or_default(),
            o.runs,
            o.ties.times()
        );
    }
}
