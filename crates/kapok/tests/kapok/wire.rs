//! A wire between the server and PostgreSQL that a test can cut and mend: a lost database, without stopping the one that all
//! tests share.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

#[derive(Clone)]
pub struct Wire {
    pub port: u16,
    whole: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
}

impl Wire {
    /// To a server, `host:port`.
    pub fn to(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let wire = Self {
            port: listener.local_addr().unwrap().port(),
            whole: Arc::new(AtomicBool::new(true)),
            open: Arc::default(),
        };
        let at_work = wire.clone();
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let Ok(client) = client else { return };
                if !at_work.whole.load(Ordering::SeqCst) {
                    continue; // closed at once
                }
                let Ok(server) = TcpStream::connect(&server) else {
                    continue;
                };
                at_work.pass(&client, &server);
                at_work.pass(&server, &client);
            }
        });
        wire
    }

    fn pass(&self, from: &TcpStream, to: &TcpStream) {
        let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
        self.open.lock().unwrap().push(from.try_clone().unwrap());
        std::thread::spawn(move || {
            let mut buffer = [0; 16 << 10];
            while let Ok(n @ 1..) = from.read(&mut buffer) {
                if to.write_all(&buffer[..n]).is_err() {
                    break;
                }
            }
            let _ = to.shutdown(Shutdown::Both);
        });
    }

    pub fn cut(&self) {
        self.whole.store(false, Ordering::SeqCst);
        for stream in self.open.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    pub fn mend(&self) {
        self.whole.store(true, Ordering::SeqCst);
    }
}
