//! The service desk: single entry, stacks of cards, tables.

use axum::http::StatusCode;
use kapok_acts::{Actor, Role};
use kapok_testkit::both;
use kapok_voices::{Channel, NewVoice, actions};

use crate::stage::{MIGRATIONS, Stage, said, wrong};

const CALL: [(&str, &str); 6] = [
    ("channel", "phone"),
    ("text", "The lamp at the ramp is out since Monday."),
    ("place", "Eastgate Station"),
    ("kind", "report"),
    ("heard", "2026-03-01"),
    ("contact", "ana@home.example"),
];

fn call_with<'a>(name: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    CALL.iter()
        .map(|(n, v)| (*n, if *n == name { value } else { *v }))
        .collect()
}

both! { MIGRATIONS;
    async fn a_call_is_entered_and_its_code_shown_to_whoever_entered_it(kit) {
        let s = Stage::new(kit).await;
        let officer = s.staff(Role::Officer).await;
        let desk = s.browser(officer);
        let (status, _, page) = desk.get("/desk").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("value=\"2026-03-02\"") && !page.contains("value=\"web\""));
        let token = desk.token();
        let (status, to, _) = desk.post_with("/desk", &CALL, &token).await;
        assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/desk/receipt/1"));
        assert_eq!(desk.post_with("/desk", &CALL, &token).await.1, to, "a double press saves once");
        let voice = s.by_number(1).await.voice;
        assert_eq!((voice.channel, voice.kind.id()), (Channel::Phone, "report"));
        assert_eq!(s.env.city.date(voice.heard).to_string(), "2026-03-01");
        let code = actions::code_of(&s.env, voice.id).to_string();
        let (_, _, receipt) = desk.get(&to).await;
        assert!(receipt.contains(&code) && receipt.contains("The lamp at the ramp"));
        assert!(!receipt.contains("ana@home.example"), "nobody at the desk can read it again");
        let Actor::Staff { name, office, office_name, roles, .. } = s.staff(Role::Officer).await else { panic!() };
        let account = kapok_store::ids::AccountId([4; 16]);
        let other = s.browser(Actor::Staff { account, name, office, office_name, roles });
        assert_eq!(other.get(&to).await.0, StatusCode::NOT_FOUND);
        let auditor = s.browser(s.staff(Role::Auditor).await);
        assert_eq!(auditor.get("/desk").await.0, StatusCode::FORBIDDEN);
        assert_eq!(s.browser(Actor::Resident).get("/desk").await.1, "/sign-in?to=/desk");
    }

    async fn a_wrong_entry_comes_back_filled_in(kit) {
        let s = Stage::new(kit).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        let cases = [
            ("text", " \u{0} ", "text"),
            ("heard", "31/05/2026", "heard"),
            ("heard", "2026-02-30", "heard"),
            ("heard", "2026-03-03", "heard"),
            ("kind", "poem", "kind"),
            ("channel", "web", "channel"),
            ("channel", "pigeon", "channel"),
            ("contact", "ana@home", "contact"),
            ("contact", "notanemail", "contact"),
        ];
        for (name, value, field) in cases {
            let (status, _, page) = desk.post("/desk", &call_with(name, value)).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}={value}");
            assert!(page.contains(&format!("href=\"#{field}\"")), "{name}={value}");
            if name != "text" {
                assert!(page.contains("The lamp at the ramp is out"), "{name}={value}");
            }
        }
        let (status, _, page) = desk.post_with("/desk", &CALL, "forged").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("The lamp at the ramp is out"));
        assert_eq!(s.counted().await, 0);
    }

    async fn fifty_cards_go_in_at_once_and_only_once(kit) {
        let s = Stage::new(kit).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        let texts: Vec<String> = (1..=50).map(|i| format!("Card {i}: more benches.")).collect();
        let mut form = vec![("do", "save"), ("stack-channel", "paper-card"), ("stack-place", "The Ridge"), ("stack-date", "2026-02-27")];
        for (i, text) in texts.iter().enumerate() {
            form.extend([("text", text.as_str()), ("lang", ""), ("contact", "")]);
            form.push(("place", if i == 3 { "Eastgate Station" } else { "" }));
            form.push(("channel", if i == 4 { "station" } else { "" }));
            form.push(("date", if i == 5 { "2026-02-20" } else { "" }));
            // An empty row between the cards is left out.
            form.extend([("text", ""), ("place", ""), ("channel", ""), ("lang", ""), ("date", ""), ("contact", "")]);
        }
        let before = s.log_size().await;
        let token = desk.token();
        let (status, to, _) = desk.post_with("/desk/cards", &form, &token).await;
        assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/desk/cards/saved/1/50"));
        assert_eq!(desk.post_with("/desk/cards", &form, &token).await.1, to, "the same stack again");
        assert_eq!((s.counted().await, s.log_size().await), (50, before + 50));
        let (fourth, fifth, sixth) = (s.by_number(4).await.voice, s.by_number(5).await.voice, s.by_number(6).await.voice);
        assert_eq!(fourth.place, Some(s.place("station").await));
        assert_eq!((fifth.channel, fifth.place), (Channel::Station, Some(s.place("ridge").await)));
        assert_eq!(s.env.city.date(sixth.heard).to_string(), "2026-02-20");
        assert_eq!(fourth.text, "Card 4: more benches.");
        let (_, _, list) = desk.get(&to).await;
        assert!(list.contains(&actions::code_of(&s.env, fourth.id).to_string()));
        assert!(list.contains("50 cards"));
    }

    async fn errors_are_told_row_by_row_and_nothing_typed_is_lost(kit) {
        let s = Stage::new(kit).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        let form = [
            ("do", "save"), ("stack-channel", "paper-card"), ("stack-place", ""), ("stack-date", ""),
            ("text", "Good card."), ("date", ""), ("contact", "bo@home.example"),
            ("text", ""), ("date", "tomorrow"), ("contact", ""),
            ("text", "Kept words"), ("date", "2027-01-01"), ("contact", "kept@home"),
        ];
        let (status, _, page) = desk.post("/desk/cards", &form).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        for link in ["#text-2", "#date-2", "#date-3", "#contact-3"] {
            assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
        }
        assert!(!page.contains("href=\"#text-1\""));
        for typed in ["Good card.", "bo@home.example", "tomorrow", "Kept words", "2027-01-01", "kept@home"] {
            assert!(page.contains(&format!("value=\"{typed}\"")) || page.contains(&format!(">\n{typed}</textarea>")), "{typed}");
        }
        assert_eq!(s.counted().await, 0, "all or none");
        let (status, _, page) = desk.post("/desk/cards", &[("do", "more"), ("text", "Half a stack")]).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("id=\"text-11\"") && page.contains("\nHalf a stack</textarea>"));
        let (status, _, page) = desk.post("/desk/cards", &[("do", "save"), ("stack-channel", "paper-card"), ("text", " ")]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("There is no card yet"));
    }

    async fn a_table_fills_the_grid_below_the_rows_that_were_typed(kit) {
        let s = Stage::new(kit).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        let table = "text,place,lang,date,contact,Medium\nMore trees,The Ridge,en,2026-02-01,,letter\n路灯坏了,,zh,bad date,,\n";
        let typed = [("stack-channel", "letter"), ("stack-place", "Eastgate"), ("stack-date", ""), ("text", ""), ("text", "Typed by hand")];
        let with = |table| typed.into_iter().chain([("table", table)]).collect::<Vec<_>>();
        let (status, _, page) = desk.post("/desk/cards/table", &with(table)).await;
        assert_eq!(status, StatusCode::OK);
        for row in [("1", "Typed by hand"), ("2", "More trees"), ("3", "路灯坏了")] {
            let cell = page.split(&format!("id=\"text-{}\"", row.0)).nth(1).unwrap();
            assert!(cell.split("</textarea>").next().unwrap().ends_with(row.1), "{row:?}");
        }
        assert!(page.contains("href=\"#date-3\"") && page.contains("id=\"text-8\""), "there are rows below");
        assert!(page.contains("value=\"Eastgate\"") && page.contains("value=\"letter\" selected"), "the stack's own is kept");
        assert!(page.contains("not known: Medium"), "what was not taken is said");
        let (status, _, page) = desk.post("/desk/cards/table", &with("place,lang,contact\nKept words,,\n")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("has no column") && page.contains("Kept words") && page.contains("Typed by hand"));
        let (_, _, page) = desk.post("/desk/cards/table", &with("text,place\n\"Open,\nNext,\n")).await;
        assert!(page.contains("line 2 of the table is not closed"));
        let (_, _, page) = desk.post("/desk/cards/table", &with("")).await;
        assert!(page.contains("There is no table yet"));
        assert_eq!(s.counted().await, 0, "a table is only looked at");
    }

    async fn words_for_a_place_that_nobody_knows_are_kept_and_it_is_said(kit) {
        let s = Stage::new(kit).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        let said = "is not a place we know";
        let (_, to, _) = desk.post("/desk", &call_with("place", "Xyzzy")).await;
        assert!(desk.get(&to).await.2.contains(said));
        let (_, to, _) = desk.post("/desk", &call_with("place", "The Ridge")).await;
        assert!(!desk.get(&to).await.2.contains(said));
        let cards = [("do", "save"), ("stack-channel", "paper-card"), ("text", "More light"), ("place", "Xyzzy")];
        let (_, to, _) = desk.post("/desk/cards", &cards).await;
        assert!(desk.get(&to).await.2.contains(said));
    }

    async fn a_file_fills_the_grid_unless_it_is_no_utf_8(kit) {
        let s = Stage::new(kit).await;
        let desk = s.browser(s.staff(Role::Officer).await);
        let file = "\u{feff}text;place;lang;date;contact\r\n\"Trees; and shade\";The Ridge;en;;\r\n";
        let (status, _, page) = desk.upload("/desk/cards/table", file.as_bytes()).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("\nTrees; and shade</textarea>"));
        let (status, _, page) = desk.upload("/desk/cards/table", b"text,place,lang,date,contact\n\xc2\xb7\xb5\xc6,,,,\n").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("not UTF-8"));
    }

    async fn a_stack_by_action_is_all_or_none(kit) {
        let s = Stage::new(kit).await;
        let officer = s.staff(Role::Officer).await;
        let card = |text: &str| NewVoice { channel: Channel::PaperCard, ..said(text) };
        let before = s.log_size().await;
        let result = actions::hear_many(&s.env, &officer, vec![card("One."), card(" "), card("Three.")]).await;
        assert_eq!(wrong(result), [("text", "voices-text-missing")]);
        assert_eq!((s.counted().await, s.log_size().await), (0, before));
        let heard = actions::hear_many(&s.env, &officer, vec![card("One."), card("Two.")]).await.unwrap();
        assert_eq!(heard.iter().map(|h| h.number).collect::<Vec<_>>(), [1, 2]);
        assert!(actions::hear_many(&s.env, &officer, Vec::new()).await.unwrap().is_empty());
    }
}
