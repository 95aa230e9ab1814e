//! What is written, and that both writers write the same.

/// The tests of a writer.
macro_rules! tests_of {
    ($writer:ident) => {
        mod $writer {
            use super::super::$writer::Element;

            #[test]
            fn attributes_stand_in_the_order_of_their_names_and_once_each() {
                let element = Element::new("a").set("y", 2).set("x", -1).set("fill", "none").set("y", 3);
                assert_eq!(element.to_text(), r#"<a fill="none" x="-1" y="3"/>"#);
                let element = Element::new("a").set("viewBox", (0, -1, 2, 3));
                assert_eq!(element.to_text(), r#"<a viewBox="0 -1 2 3"/>"#);
            }

            #[test]
            fn children_stand_on_lines_of_their_own_and_texts_do_not() {
                let group = Element::group().add(Element::new("a")).add(Element::of_text("b", "c"));
                assert_eq!(group.to_text(), "<g>\n<a/>\n<b>c</b>\n</g>");
                assert_eq!(Element::of_text("b", "").to_text(), "<b></b>");
            }

            #[test]
            fn nothing_that_is_written_becomes_markup() {
                let hostile = "</a> & \"'\u{0}\t\u{9b}\u{fffe}";
                let text = Element::of_text("a", hostile).set("b", hostile).to_text();
                assert!(text.starts_with("<a b=\"&lt;/a&gt; &amp; &quot;&apos;"), "{text}");
                // Values are cleaned by those who set them.
                let text = text.replace(['\0', '\u{fffe}'], "");
                let document = roxmltree::Document::parse(&text).unwrap();
                assert_eq!(document.root_element().text(), Some("</a> & \"'\u{fffd} \u{fffd}\u{fffd}"));
            }
        }
    };
}

#[cfg(feature = "svg")]
tests_of!(by_crate);
tests_of!(by_hand);

#[cfg(feature = "svg")]
proptest::proptest! {
    #[test]
    fn both_write_the_same(text: String, value: String, numbers: (i32, i32, i32, i32)) {
        macro_rules! written {
            ($writer:ident) => {{
                use super::$writer::Element;
                let words = Element::of_text("text", &text).set("x", numbers.0).set("class", value.as_str());
                let path = Element::new("path").set("d", value.clone()).set("b", 1).set("d", 2);
                Element::document().set("viewBox", numbers).add(Element::group().add(path).add(words)).to_text()
            }};
        }
        proptest::prop_assert_eq!(written!(by_crate), written!(by_hand));
    }
}
