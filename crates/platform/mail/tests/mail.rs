//! Mails as they leave the house, to a folder, a sink and a mail server that the test plays itself.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::thread::{JoinHandle, spawn};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use kapok_mail::{MailError, Mailer, Message};

const FROM: &str = "Riverton <kapok@riverton.example>";

/// 3 March 2026, 09:30:00 UTC.
fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_772_530_200)
}

fn message() -> Message {
    Message {
        to: "ana@example.org".to_owned(),
        subject: "Your message K7M-2PQ".to_owned(),
        text: "The city has answered.\n".to_owned(),
        list_unsubscribe: None,
    }
}

struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kapok-mail-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }

    fn mailer(&self) -> Mailer {
        Mailer::from_setting(&format!("file:{}", self.0.display()), FROM).unwrap()
    }

    /// The mails written, in order.
    fn mails(&self) -> Vec<String> {
        let mut paths: Vec<_> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        assert!(
            paths
                .iter()
                .all(|path| path.extension().is_some_and(|ending| ending == "eml"))
        );
        assert!(paths.iter().all(|path| !path.to_string_lossy().contains("ana")));
        paths
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The header lines of a mail, unfolded.
fn headers(mail: &str) -> Vec<String> {
    let (head, _) = mail.split_once("\r\n\r\n").unwrap();
    head.replace("\r\n ", " ")
        .replace("\r\n\t", " ")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

fn names(mail: &str) -> Vec<String> {
    headers(mail)
        .iter()
        .map(|line| line.split(':').next().unwrap().to_lowercase())
        .collect()
}

#[tokio::test]
async fn a_mail_in_the_folder_is_a_complete_mail_with_the_date_it_was_given() {
    let folder = Folder::new("complete");
    folder.mailer().send(&message(), now()).await.unwrap();
    let mails = folder.mails();
    let [mail] = &mails[..] else {
        panic!("{} mails", mails.len())
    };
    let headers = headers(mail);
    for line in [
        "Date: Tue, 03 Mar 2026 09:30:00 +0000",
        "To: ana@example.org",
        "Subject: Your message K7M-2PQ",
        "Auto-Submitted: auto-generated",
    ] {
        assert!(
            headers.iter().any(|header| header == line),
            "{line} is missing in {headers:#?}"
        );
    }
    assert!(
        headers
            .iter()
            .any(|header| header.starts_with("From: ") && header.contains("<kapok@riverton.example>"))
    );
    assert!(
        headers
            .iter()
            .any(|h| h.starts_with("Message-ID: <") && h.ends_with("@riverton.example>"))
    );
    assert!(mail.ends_with("The city has answered.\r\n"));
    assert!(!names(mail).contains(&"list-unsubscribe".to_owned()));
}

#[tokio::test]
async fn every_language_survives_in_subject_and_text() {
    let folder = Folder::new("languages");
    let words = "路灯已修好 · تم إصلاح المصابيح · Farolas reparadas";
    let mail = Message {
        subject: words.to_owned(),
        text: words.to_owned(),
        ..message()
    };
    folder.mailer().send(&mail, now()).await.unwrap();
    let mails = folder.mails();
    let (head, body) = mails[0].split_once("\r\n\r\n").unwrap();
    assert!(head.is_ascii() && body.is_ascii());
    assert!(
        headers(&mails[0])
            .iter()
            .any(|line| line.starts_with("Content-Type: text/plain; charset=utf-8"))
    );
    assert!(head.lines().all(|line| line.len() <= 998) && body.lines().all(|line| line.len() <= 998));
}

#[tokio::test]
async fn a_line_break_in_a_subject_starts_no_header() {
    let folder = Folder::new("subject");
    for attack in [
        "Lights\r\nBcc: spy@example.com",
        "Lights\nBcc: spy@example.com",
        "Lights\rBcc: x",
        "Lights\u{2028}Bcc: x\0",
    ] {
        folder
            .mailer()
            .send(
                &Message {
                    subject: attack.to_owned(),
                    ..message()
                },
                now(),
            )
            .await
            .unwrap();
    }
    for mail in folder.mails() {
        assert!(!names(&mail).contains(&"bcc".to_owned()), "{mail}");
        assert!(headers(&mail).iter().any(|line| line.starts_with("Subject: ")));
    }
}

#[tokio::test]
async fn an_address_is_one_address_or_it_is_refused() {
    let (mailer, list) = Mailer::sink();
    for bad in [
        "",
        "ana",
        "ana@",
        "ana@example.org, spy@example.com",
        "ana@example.org\r\nBcc: spy@example.com",
        "Ana <ana@example.org>",
        "ana@example.org\nX: y",
        "a na@example.org",
        "<ana@example.org>",
    ] {
        let refused = mailer
            .send(
                &Message {
                    to: bad.to_owned(),
                    ..message()
                },
                now(),
            )
            .await;
        assert!(matches!(refused, Err(MailError::BadAddress)), "{bad:?}");
    }
    for good in [
        "ana@example.org",
        " ana@example.org ",
        "用户@example.org",
        "a.b+c@sub.example.org",
    ] {
        mailer
            .send(
                &Message {
                    to: good.to_owned(),
                    ..message()
                },
                now(),
            )
            .await
            .unwrap();
    }
    assert_eq!(list.lock().unwrap().len(), 4);
}

#[tokio::test]
async fn the_link_to_leave_a_list_is_a_header_or_an_error() {
    let folder = Folder::new("unsubscribe");
    let link = |link: &str| Message {
        list_unsubscribe: Some(link.to_owned()),
        ..message()
    };
    folder
        .mailer()
        .send(&link("https://riverton.example/f/abc?leave=1"), now())
        .await
        .unwrap();
    let line = "List-Unsubscribe: <https://riverton.example/f/abc?leave=1>";
    assert!(headers(&folder.mails()[0]).iter().any(|header| header == line));
    for bad in [
        "javascript:alert(1)",
        "https://a>\r\nBcc: spy@example.com",
        "https://a b",
        "https://a>,<https://b",
        "",
    ] {
        assert!(
            matches!(
                folder.mailer().send(&link(bad), now()).await,
                Err(MailError::BadUnsubscribe)
            ),
            "{bad}"
        );
    }
}

#[tokio::test]
async fn different_mails_have_different_names_and_the_same_mail_the_same() {
    let folder = Folder::new("names");
    let mailer = folder.mailer();
    mailer.send(&message(), now()).await.unwrap();
    mailer.send(&message(), now()).await.unwrap();
    mailer
        .send(
            &Message {
                to: "bo@example.org".to_owned(),
                ..message()
            },
            now(),
        )
        .await
        .unwrap();
    mailer
        .send(&message(), now() + Duration::from_secs(1))
        .await
        .unwrap();
    let id = |mail: &String| {
        headers(mail)
            .into_iter()
            .find(|line| line.starts_with("Message-ID"))
            .unwrap()
    };
    let ids: Vec<_> = folder.mails().iter().map(id).collect();
    assert_eq!(ids[0], ids[1]);
    assert!(ids[0] != ids[2] && ids[0] != ids[3] && ids[2] != ids[3]);
}

#[tokio::test]
async fn off_sends_nothing_and_is_content() {
    let mailer = Mailer::from_setting("off", "").unwrap();
    assert!(!mailer.is_on());
    mailer
        .send(
            &Message {
                to: "nonsense".to_owned(),
                ..message()
            },
            now(),
        )
        .await
        .unwrap();
}

#[tokio::test]
async fn addresses_and_passwords_show_in_no_debug_output_and_no_error() {
    let (mailer, list) = Mailer::sink();
    mailer.send(&message(), now()).await.unwrap();
    assert_eq!(list.lock().unwrap()[0], message());
    let server = Mailer::from_setting("smtps://kapok:s3cret@mail.example", FROM).unwrap();
    let wrong = Mailer::from_setting("smtp://kapok:s3cret@mail.example?tls=perhaps", FROM).unwrap_err();
    let shown = format!("{:?} {mailer:?} {server:?} {wrong:?} {wrong}", message());
    assert!(!shown.contains("ana@") && !shown.contains("s3cret"), "{shown}");
}

#[tokio::test]
async fn settings_that_are_wrong_or_unsafe_are_refused() {
    for wrong in [
        "",
        "on",
        "smtp://",
        "http://mail.example",
        "smtp://u:p@mail.example",
        "smtp://u:p@mail.example?tls=opportunistic",
    ] {
        assert!(
            matches!(Mailer::from_setting(wrong, FROM), Err(MailError::BadSetting(_))),
            "{wrong}"
        );
    }
    for right in [
        "smtps://u:p@mail.example",
        "smtp://u:p@mail.example:2525?tls=required",
        "smtp://localhost",
        "smtp://u:p@localhost:1025",
    ] {
        assert!(Mailer::from_setting(right, FROM).unwrap().is_on(), "{right}");
    }
    for sender in [
        "",
        "Riverton",
        "Riverton <kapok@riverton.example>\r\nBcc: x@y.example",
    ] {
        assert!(
            matches!(
                Mailer::from_setting("smtp://localhost", sender),
                Err(MailError::BadSetting(_))
            ),
            "{sender}"
        );
    }
}

/// Plays a mail server for one conversation. Answers the recipient with `reply`; returns the lines it was sent.
fn server(reply: &'static str) -> (u16, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let talk = spawn(move || {
        let stream = listener.accept().unwrap().0;
        let mut write = stream.try_clone().unwrap();
        let (mut heard, mut in_mail) = (Vec::new(), false);
        write.write_all(b"220 here\r\n").unwrap();
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let answer = match line.split(' ').next().unwrap_or_default() {
                "." => "250 taken\r\n",
                _ if in_mail => "",
                "RCPT" => reply,
                "DATA" => "354 go on\r\n",
                "QUIT" => "221 bye\r\n",
                _ => "250 fine\r\n",
            };
            in_mail = line != "." && (in_mail || line == "DATA");
            heard.push(line);
            if write.write_all(answer.as_bytes()).is_err() {
                break;
            }
        }
        heard
    });
    (port, talk)
}

#[tokio::test]
async fn a_mail_server_gets_sender_recipient_and_text() {
    let (port, talk) = server("250 fine\r\n");
    let mailer = Mailer::from_setting(&format!("smtp://127.0.0.1:{port}"), FROM).unwrap();
    mailer.send(&message(), now()).await.unwrap();
    let heard = talk.join().unwrap();
    assert!(
        heard
            .iter()
            .any(|line| line.starts_with("MAIL FROM:<kapok@riverton.example>"))
    );
    assert!(
        heard
            .iter()
            .any(|line| line.starts_with("RCPT TO:<ana@example.org>"))
    );
    assert!(heard.iter().any(|line| line == "The city has answered."));
}

#[tokio::test]
async fn a_refusal_says_whether_to_try_again_and_repeats_no_address() {
    for (reply, permanent) in [
        ("550 <ana@example.org> unknown\r\n", true),
        ("451 <ana@example.org> later\r\n", false),
    ] {
        let (port, _talk) = server(reply);
        let mailer = Mailer::from_setting(&format!("smtp://127.0.0.1:{port}"), FROM).unwrap();
        let error = mailer.send(&message(), now()).await.unwrap_err();
        assert_eq!(error.is_permanent(), permanent);
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("ana@") && shown.contains(&reply[..3]), "{shown}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_worth_another_try() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let mailer = Mailer::from_setting(&format!("smtp://127.0.0.1:{port}"), FROM).unwrap();
    let error = mailer.send(&message(), now()).await.unwrap_err();
    assert!(
        matches!(error, MailError::Unreachable) && !error.is_permanent(),
        "{error:?}"
    );
}
