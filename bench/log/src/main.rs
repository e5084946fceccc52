//! Follows the log of a running Kapok server with a client that its authors did not write: Cloudflare's crates `tlog_tiles`
//! and `signed_note`. Verifies the checkpoint, proves acts and an earlier size through tiles, and hashes the entries.
//!
//! ```sh
//! cargo run --manifest-path bench/log/Cargo.toml -- 127.0.0.1:8080
//! ```

use std::io::{Read, Write};
use std::net::TcpStream;

use signed_note::{Note, StandardVerifier, VerifierList};
use tlog_tiles::{
    Checkpoint, Error, Tile, TileHashReader, TileReader, check_record, check_tree, prove_record, prove_tree,
    record_hash, tree_hash,
};

/// A server at an address such as 127.0.0.1:8080.
struct Server(String);

impl Server {
    fn get(&self, path: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(&self.0).expect("the server answers");
        write!(stream, "GET /log/{path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.0).expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("read");
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{path}: {}", String::from_utf8_lossy(&answer[..40]));
        let end = answer.windows(4).position(|w| w == b"\r\n\r\n").expect("headers end");
        answer.split_off(end + 4)
    }
}

impl TileReader for Server {
    fn height(&self) -> u8 {
        8
    }
    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, Error> {
        // The crate writes tile/8/LEVEL/…, tlog-tiles has tile/LEVEL/….
        Ok(tiles.iter().map(|tile| self.get(&tile.path().replacen("tile/8/", "tile/", 1))).collect())
    }
    fn save_tiles(&self, _: &[Tile], _: &[Vec<u8>]) {}
}

/// The entries of the log, from their bundles.
fn entries(server: &Server, size: u64) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    for number in 0..size.div_ceil(256) {
        let width = u32::try_from((size - number * 256).min(256)).expect("at most 256");
        let path = Tile::new(8, 0, number, width, true).path().replacen("tile/8/data/", "tile/entries/", 1);
        let bundle = server.get(&path);
        let mut rest = bundle.as_slice();
        while let Some((length, after)) = rest.split_first_chunk::<2>() {
            let (entry, after) = after.split_at(u16::from_be_bytes(*length).into());
            out.push(entry.to_vec());
            rest = after;
        }
    }
    out
}

fn main() {
    let server = Server(std::env::args().nth(1).unwrap_or("127.0.0.1:8080".into()));
    let key = String::from_utf8(server.get("key")).expect("UTF-8");
    let note = Note::from_bytes(&server.get("checkpoint")).expect("a signed note");
    let verifier = StandardVerifier::new(key.trim_end()).expect("a key");
    let (verified, _) = note.verify(&VerifierList::new(vec![Box::new(verifier)])).expect("a signature that holds");
    let checkpoint = Checkpoint::from_bytes(note.text()).expect("a checkpoint");
    let (size, root) = (checkpoint.size(), *checkpoint.hash());
    println!("checkpoint of {size} acts, signed by {}", verified[0].name());

    let tiles = TileHashReader::new(size, root, &server);
    assert_eq!(tree_hash(size, &tiles).expect("tiles"), root);
    println!("the tiles lead to the signed root");

    let entries = entries(&server, size);
    assert_eq!(entries.len() as u64, size);
    let step = (size / 50).max(1);
    for n in (0..size).step_by(usize::try_from(step).expect("small")) {
        let proof = prove_record(size, n, &tiles).expect("a proof");
        let entry = &entries[usize::try_from(n).expect("small")];
        check_record(&proof, size, root, n, record_hash(entry)).expect("the act is in the log");
    }
    println!("{} acts were shown to be in the log", size.div_ceil(step));

    for old in [1, size / 3, size / 2, size - 1] {
        let before = tree_hash(old, &tiles).expect("tiles");
        let proof = prove_tree(size, old, &tiles).expect("a proof");
        check_tree(&proof, size, root, old, before).expect("the log was only appended to");
    }
    println!("the log only appended to what it was at 4 earlier sizes");
}
