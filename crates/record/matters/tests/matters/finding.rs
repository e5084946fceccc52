//! Lists with every filter, search in every script, matters that look like a text.

use kapok_acts::Actor;
use kapok_matters::{Filter, NewMatter, Order, State, Step, actions, reads};
use kapok_testkit::both;
use kapok_voices::Channel;

use crate::world::{MIGRATIONS, World};

/// Titles of what a filter leaves; count and list agree.
async fn found(w: &World, filter: Filter) -> Vec<String> {
    let mut conn = w.conn().await;
    let all = reads::list(&mut conn, &filter, Order::Newest, None, 50)
        .await
        .unwrap();
    assert_eq!(
        reads::count(&mut conn, &filter).await.unwrap(),
        all.len() as i64,
        "{filter:?}"
    );
    all.into_iter().map(|m| m.title).collect()
}

async fn begin(
    w: &World,
    title: &str,
    summary: &str,
    place: Option<&str>,
    topic: &str,
    voice: (&str, Channel),
) -> kapok_matters::Matter {
    let voice = w.hear_as(voice.0, voice.1, None).await;
    let place = match place {
        Some(key) => Some(w.place(key).await),
        None => None,
    };
    let new = NewMatter {
        title: title.into(),
        summary: summary.into(),
        topic: topic.into(),
        place,
        ..NewMatter::default()
    };
    actions::begin(&w.env, &Actor::System, new, &[voice], "")
        .await
        .unwrap()
        .matter
}

both! { MIGRATIONS;
    async fn lists_are_narrowed_by_every_filter_alone_and_together(kit) {
        let w = World::new(kit).await;
        let lamps = begin(&w, "Lamps", "dark path", Some("mill-bridge"), "renewal", ("The street is dark at night", Channel::Phone)).await;
        begin(&w, "Bins", "full bins", Some("eastgate"), "waste", ("Los contenedores están llenos", Channel::Web)).await;
        begin(&w, "Hall", "", None, "", ("会堂太冷了，老人受不了", Channel::PaperCard)).await;
        let sorted = w.description(&lamps, "streets").await;
        actions::sort(&w.env, &Actor::System, lamps.id, sorted, "why").await.unwrap();
        let f = Filter::default;
        assert_eq!(found(&w, f()).await, ["Hall", "Bins", "Lamps"]);
        assert_eq!(found(&w, Filter { topic: "waste".into(), ..f() }).await, ["Bins"]);
        assert_eq!(found(&w, Filter { place: Some(w.place("mill-bridge").await), ..f() }).await, ["Lamps"]);
        assert_eq!(found(&w, Filter { place: Some(w.place("eastgate").await), ..f() }).await, ["Bins", "Lamps"], "and all within it");
        assert_eq!(found(&w, Filter { place: Some(w.place("weavers").await), ..f() }).await, [""; 0]);
        assert_eq!(found(&w, Filter { state: Some(State::Voiced), ..f() }).await, ["Hall", "Bins"]);
        assert_eq!(found(&w, Filter { step: Some(Step::Weighed), ..f() }).await, ["Lamps"]);
        assert_eq!(found(&w, Filter { channel: "paper-card".into(), ..f() }).await, ["Hall"]);
        assert_eq!(found(&w, Filter { lang: "es".into(), ..f() }).await, ["Bins"]);
        assert_eq!(found(&w, Filter { lead: Some(w.office("streets").await), ..f() }).await, ["Lamps"]);
        assert_eq!(found(&w, Filter { text: "dark night".into(), ..f() }).await, ["Lamps"]);
        assert_eq!(found(&w, Filter { text: "—".into(), ..f() }).await, [""; 0], "nothing to look for finds nothing");
        let all = Filter {
            topic: "renewal".into(),
            place: Some(w.place("eastgate").await),
            state: Some(State::Sorted),
            step: Some(Step::Weighed),
            channel: "phone".into(),
            lang: "en".into(),
            lead: Some(w.office("streets").await),
            text: "path".into(),
        };
        assert_eq!(found(&w, all.clone()).await, ["Lamps"]);
        assert_eq!(found(&w, Filter { lang: "ar".into(), ..all }).await, [""; 0]);
    }

    async fn search_finds_words_of_title_summary_and_voices_in_every_script(kit) {
        let w = World::new(kit).await;
        begin(&w, "Lamps on the river path", "The path is unlit", None, "", ("Nobody repaired the lantern", Channel::Web)).await;
        begin(&w, "桥头路灯", "晚上很黑", None, "", ("希望尽快修理路灯", Channel::Web)).await;
        begin(&w, "El mercado", "Más sombra", None, "", ("Hace falta sombra en la plaza", Channel::Web)).await;
        begin(&w, "إنارة الجسر", "الطريق مظلم", None, "", ("المصابيح لا تعمل منذ شهر", Channel::Web)).await;
        let find = async |text: &str| found(&w, Filter { text: text.into(), ..Filter::default() }).await;
        assert_eq!(find("路灯").await, ["桥头路灯"], "two characters");
        assert_eq!(find("灯").await, ["桥头路灯"], "one character");
        assert_eq!(find("修理").await, ["桥头路灯"], "in a voice");
        assert_eq!(find("路桥").await, [""; 0], "not a word that stands there");
        assert_eq!(find("RIVER lamp").await, ["Lamps on the river path"], "any case, unfinished last word");
        assert_eq!(find("lantern").await, ["Lamps on the river path"], "in a voice");
        assert_eq!(find("mas sombra").await, ["El mercado"], "without accents");
        assert_eq!(find("المصابيح").await, ["إنارة الجسر"]);
        assert_eq!(find("'; DROP TABLE matter; --").await, [""; 0]);
        assert_eq!(find("\"lamp\" OR *").await, [""; 0]);
    }

    async fn a_changed_title_is_found_by_its_new_words_only(kit) {
        let w = World::new(kit).await;
        let matter = w.sorted("Lamps", "streets").await;
        let new = kapok_matters::Describe { title: "Lanterns".into(), ..kapok_matters::Describe::of(&matter) };
        actions::describe(&w.env, &Actor::System, matter.id, new, "").await.unwrap();
        assert_eq!(found(&w, Filter { text: "lanterns".into(), ..Filter::default() }).await, ["Lanterns"]);
        assert_eq!(found(&w, Filter { text: "lamps".into(), ..Filter::default() }).await, [""; 0]);
    }

    async fn a_list_is_read_page_by_page_in_every_order(kit) {
        let w = World::new(kit).await;
        for n in 1..=7usize {
            w.begun(&format!("Matter {n}"), 1 + (n * 3) % 4).await;
        }
        actions::close(&w.env, &Actor::System, w_matter(&w, 3).await, kapok_matters::Exit::Withdrawn, "why").await.unwrap();
        for order in [Order::Priority, Order::Newest, Order::Voices] {
            let mut conn = w.conn().await;
            let whole = reads::list(&mut conn, &Filter::default(), order, None, 50).await.unwrap();
            assert_eq!(whole.len(), 7);
            let mut paged = Vec::new();
            let mut after = None;
            loop {
                let page = reads::list(&mut conn, &Filter::default(), order, after, 3).await.unwrap();
                let Some(last) = page.last() else { break };
                after = Some(last.number);
                paged.extend(page);
            }
            assert_eq!(paged, whole, "{order:?}");
            let sorted = match order {
                Order::Priority => whole.is_sorted_by_key(|m| std::cmp::Reverse((m.state.is_open(), m.rank_key))),
                Order::Newest => whole.is_sorted_by_key(|m| std::cmp::Reverse(m.number)),
                Order::Voices => whole.is_sorted_by_key(|m| std::cmp::Reverse(m.voice_count)),
            };
            assert!(sorted, "{order:?}");
        }
    }

    async fn the_nearest_copy_is_offered_first(kit) {
        let w = World::new(kit).await;
        let texts = [
            ("Dark river path", "The lamps on the river path between Mill Bridge and the station are broken since autumn."),
            ("Bins at the market", "The bins at the market square are full every Saturday and gulls tear the bags."),
            ("Lamps in Kiln Lane", "Two lamps flicker all night in Kiln Lane, the children cannot sleep."),
            ("Market shade", "There is no shade at the market in summer, old people wait in the sun."),
        ];
        for (title, voice) in texts {
            begin(&w, title, "", None, "", (voice, Channel::Web)).await;
        }
        begin(&w, "河边路灯", "", None, "", ("从磨坊桥到车站的河边小路，路灯从秋天起就坏了。", Channel::Web)).await;
        let like = async |text: &str| {
            let found = reads::similar(&mut w.conn().await, text, 3).await.unwrap();
            found.into_iter().map(|(m, _)| m.title).collect::<Vec<_>>()
        };
        assert_eq!(like("Since autumn the lamps at the river path from the station to Mill Bridge are brokn").await[0], "Dark river path");
        assert_eq!(like("gulls tear the bags at the market because bins are full on saturdays").await[0], "Bins at the market");
        assert_eq!(like("河边小路的路灯坏了，从秋天到现在").await[0], "河边路灯");
        assert_eq!(like("zzz qqq").await, [""; 0]);
        assert_eq!(like("").await, [""; 0]);
    }

    async fn matters_are_counted_in_the_places_around_them(kit) {
        let w = World::new(kit).await;
        begin(&w, "Lamps", "", Some("mill-bridge"), "", ("The lamp is dark", Channel::Web)).await;
        let gone = begin(&w, "Bins", "", Some("eastgate"), "", ("The bin is full", Channel::Web)).await;
        actions::close(&w.env, &Actor::System, gone.id, kapok_matters::Exit::Withdrawn, "why").await.unwrap();
        let by: std::collections::HashMap<_, _> =
            reads::by_place(&mut w.conn().await).await.unwrap().into_iter().map(|(p, all, open)| (p, (all, open))).collect();
        assert_eq!(by.get(&w.place("mill-bridge").await), Some(&(1, 1)));
        assert_eq!(by.get(&w.place("eastgate").await), Some(&(2, 1)));
        assert_eq!(by.get(&w.place("riverton").await), Some(&(2, 1)));
        assert_eq!(by.get(&w.place("weavers").await), None);
    }
}

async fn w_matter(w: &World, number: i64) -> kapok_store::ids::MatterId {
    reads::by_number(&mut w.conn().await, number)
        .await
        .unwrap()
        .unwrap()
        .id
}
