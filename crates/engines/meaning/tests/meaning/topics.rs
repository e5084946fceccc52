use kapok_meaning::topic::folds;
use kapok_meaning::yardstick::macro_f1;
use kapok_meaning::{Decided, Suggester, Words};

#[test]
fn the_topic_of_a_voice_is_found_in_four_languages_from_other_matters() {
    let rows = crate::civic(&[1, 4, 6]);
    let decided: Vec<Decided<'_>> = rows
        .iter()
        .map(|r| Decided {
            text: &r[0],
            label: &r[1],
            kin: &r[2],
        })
        .collect();
    let fold = folds(decided.iter().map(|d| d.kin), 5);
    let (test, learn): (Vec<_>, Vec<_>) = decided.iter().zip(&fold).partition(|&(_, &fold)| fold == 0);
    let learn: Vec<Decided<'_>> = learn.into_iter().map(|(d, _)| *d).collect();
    let suggester = Suggester::learn(&learn, Words::Topics, None).unwrap();
    let number = |label: &str| kapok_text::TOPICS.iter().position(|t| *t == label).unwrap();
    let (mut found, mut truth) = (Vec::new(), Vec::new());
    for (voice, _) in test {
        let all = suggester.suggest(voice.text, 12);
        assert!((all.iter().map(|s| s.probability).sum::<f64>() - 1.0).abs() < 1e-9);
        found.push(number(&all[0].label));
        truth.push(number(voice.label));
    }
    assert!(macro_f1(&found, &truth) > 0.70);
    let lamp = &suggester.suggest("The rubbish bins are full", 1)[0];
    assert_eq!(lamp.label, "waste");
    assert!(
        lamp.words.iter().any(|w| w == "rubbish") && lamp.probability > 0.5,
        "{lamp:?}"
    );
}

#[test]
fn one_label_is_nothing_to_learn_from() {
    let one = [Decided {
        text: "a lamp",
        label: "renewal",
        kin: "1",
    }];
    assert!(Suggester::learn(&one, Words::Topics, None).is_none());
    assert!(Suggester::learn(&[], Words::None, None).is_none());
}
