//! What the caller knows and a record doesn't: whose record it is, who reports, who examined.

use std::fmt;
use std::str::FromStr;

use crate::describe::Stature;
use crate::record::Moment;
use crate::words::words;

/// Characters of a reference, server's address included.
const MAX_REFERENCE_CHARACTERS: usize = 400;
/// Characters of a resource's id (FHIR `id`).
const MAX_ID_CHARACTERS: usize = 64;

/// Whose record a Bundle is, and what else the record itself doesn't say.
///
/// ```
/// use painmap::exchange::fhir::Submission;
/// let mut submission = Submission::new("Patient/17".parse()?, "RelatedPerson/4".parse()?);
/// submission.examiner = Some("Practitioner/9".parse()?);
/// # Ok::<(), painmap::exchange::fhir::BadReference>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Who feels the pain.
    pub subject: Subject,
    /// Who reported it: the patient or a related person. Every symptom has exactly one.
    pub performer: Reporter,
    /// Who examined the patient; findings name nobody where this is absent.
    pub examiner: Option<Examiner>,
    /// The moment of a record that doesn't say when it was made.
    pub recorded: Option<Moment>,
    /// The patient's stature, so that distances can be told in millimetres.
    pub stature: Option<Stature>,
    /// Which kind of Bundle to make.
    pub kind: BundleKind,
    /// Whether to attach pictures (SVG); they are most of a Bundle's size.
    pub pictures: bool,
}

impl Submission {
    /// A submission of which only the patient and the reporter are known.
    #[must_use]
    pub const fn new(subject: Subject, performer: Reporter) -> Self {
        Self {
            subject,
            performer,
            examiner: None,
            recorded: None,
            stature: None,
            kind: BundleKind::Collection,
            pictures: true,
        }
    }
}

words! {
    /// What a Bundle is for.
    pub enum BundleKind {
        /// A set of resources to keep or to hand on.
        Collection = "collection",
        /// Resources for a server to take in all together, or not at all.
        Transaction = "transaction",
    }
}

/// A reference that is not of the form `Type/id`, or of a type that can't stand there.
///
/// ```
/// use painmap::exchange::fhir::Reporter;
/// let error = "Practitioner/9".parse::<Reporter>().unwrap_err();
/// assert_eq!(error.to_string(), "must be Patient/ID or RelatedPerson/ID, or the address of one");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadReference(&'static [&'static str]);

impl fmt::Display for BadReference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("must be ")?;
        for (index, kind) in self.0.iter().enumerate() {
            for part in [if index > 0 { " or " } else { "" }, kind, "/ID"] {
                formatter.write_str(part)?;
            }
        }
        formatter.write_str(", or the address of one")
    }
}

impl std::error::Error for BadReference {}

/// Declares a reference to resources of some types, relative (`Patient/17`) or with the server's
/// address before it.
macro_rules! references {
    ($($(#[$meta:meta])* $name:ident to $types:expr;)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// The reference's text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = BadReference;

            fn from_str(text: &str) -> Result<Self, BadReference> {
                let types: &'static [&'static str] = $types;
                if is_reference(text, types) { Ok(Self(text.to_owned())) } else { Err(BadReference(types)) }
            }
        })+
    };
}

references! {
    /// The patient.
    ///
    /// ```
    /// use painmap::exchange::fhir::Subject;
    /// let subject: Subject = "https://ehr.example/r4/Patient/17".parse()?;
    /// assert!("Patient/<17>".parse::<Subject>().is_err());
    /// # Ok::<(), painmap::exchange::fhir::BadReference>(())
    /// ```
    Subject to &["Patient"];
    /// Who reports a symptom: the patient or a related person.
    ///
    /// ```
    /// use painmap::exchange::fhir::Reporter;
    /// assert!("RelatedPerson/4".parse::<Reporter>().is_ok());
    /// ```
    Reporter to &["Patient", "RelatedPerson"];
    /// Who examined the patient.
    ///
    /// ```
    /// use painmap::exchange::fhir::Examiner;
    /// assert!("PractitionerRole/9".parse::<Examiner>().is_ok());
    /// ```
    Examiner to &["Practitioner", "PractitionerRole"];
}

fn is_reference(text: &str, types: &[&str]) -> bool {
    let Some((before, id)) = text.rsplit_once('/') else { return false };
    let (address, kind) =
        before.rsplit_once('/').map_or((None, before), |(address, kind)| (Some(address), kind));
    let id_byte = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let address_byte = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/%".contains(&byte);
    let is_address = address.is_none_or(|address| {
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        host.is_some_and(|host| !host.is_empty() && host.bytes().all(address_byte))
    });
    (1..=MAX_ID_CHARACTERS).contains(&id.len())
        && id.bytes().all(id_byte)
        && types.contains(&kind)
        && is_address
        && text.len() <= MAX_REFERENCE_CHARACTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_of_the_type_that_may_stand_there() {
        for good in ["Patient/1", "Patient/a-b.C", "http://h/Patient/1", "https://h:8080/fhir/r4/Patient/x"] {
            assert!(good.parse::<Subject>().is_ok(), "{good}");
        }
        let long = format!("Patient/{}", "x".repeat(65));
        let far = format!("https://{}/Patient/1", "x".repeat(400));
        for bad in [
            "",
            "Patient",
            "Patient/",
            "/1",
            "patient/1",
            "Group/1",
            "Patient/1/",
            "Patient/a_b",
            "Patient/1 ",
            "fhir/Patient/1",
            "javascript://x/Patient/1",
            "https:///Patient/1",
            "https://h\"/Patient/1",
            "https://h?x=/Patient/1",
            "Patient/é",
            &long,
            &far,
        ] {
            assert!(bad.parse::<Subject>().is_err(), "{bad}");
        }
    }
}
