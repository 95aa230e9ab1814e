//! Records as FHIR bundles, one a line.

use painmap::PainMap;
use painmap::describe::Stature;
use painmap::exchange::fhir::{BundleKind, Examiner, Release, Reporter, Subject, Submission, to_bundle};
use painmap::record::Moment;

use crate::choice::one_of;
use crate::input::{InputArgs, Origin};
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict, say_of};

/// What FHIR asks and a record doesn't say.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Options for FHIR")]
pub(crate) struct FhirArgs {
    /// Whose records these are: Patient/ID, or its address.
    #[arg(long, value_name = "REFERENCE")]
    subject: Option<Subject>,
    /// Who reported the pain: Patient/ID or RelatedPerson/ID, or its address.
    #[arg(long, value_name = "REFERENCE")]
    performer: Option<Reporter>,
    /// Who examined the patient: Practitioner/ID or PractitionerRole/ID, or its address.
    #[arg(long, value_name = "REFERENCE")]
    examiner: Option<Examiner>,
    /// When it hurt, for records that don't say when they were made, like 2026-11-22T09:30:00Z.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    recorded: Option<Moment>,
    /// The patient's stature in cm, to tell distances from landmarks in mm (R5).
    #[arg(long, value_name = "CM", value_parser = stature)]
    stature: Option<Stature>,
    /// What the bundle is for: to keep, or for a server to take in.
    #[arg(long, default_value = "collection", value_parser = one_of(BundleKind::ALL))]
    bundle: BundleKind,
    /// Leave the pictures out; they are most of a bundle's size.
    #[arg(long)]
    no_pictures: bool,
}

impl FhirArgs {
    /// Whether any of them was given, but for the kind of bundle, which has a default.
    pub(crate) const fn is_given(&self) -> bool {
        self.subject.is_some()
            || self.performer.is_some()
            || self.examiner.is_some()
            || self.recorded.is_some()
            || self.stature.is_some()
            || self.no_pictures
    }
}

pub(crate) fn run(
    input: &InputArgs,
    output: &OutputArgs,
    args: &FhirArgs,
    release: Release,
) -> Result<Verdict, Stop> {
    let (Some(subject), Some(performer)) = (&args.subject, &args.performer) else {
        return Err(Stop::WrongCall(
            "FHIR needs --subject (whose record it is) and --performer (who reported it)".to_owned(),
        ));
    };
    let submission = Submission {
        examiner: args.examiner.clone(),
        recorded: args.recorded.clone(),
        stature: args.stature,
        kind: args.bundle,
        pictures: !args.no_pictures,
        ..Submission::new(subject.clone(), performer.clone())
    };
    let mut output = output.open();
    let mut all_have_time = true;
    let bundle = move |_: &Origin, map: PainMap| to_bundle(&map, &submission, release);
    let verdict = input.each_good_made(bundle, |origin, bundle| match bundle {
        Ok(bundle) => output.line(bundle),
        Err(error) => {
            all_have_time = false;
            say_of(&origin, format_args!("{error}: give it with --recorded"));
            Ok(())
        }
    })?;
    output.finish()?;
    Ok(if all_have_time { verdict } else { Verdict::Bad })
}

fn moment(text: &str) -> Result<Moment, &'static str> {
    Moment::new(text).ok_or("must be a date and time like 2026-11-22T09:30:00Z")
}

fn stature(text: &str) -> Result<Stature, String> {
    let range = Stature::RANGE;
    let wrong = || format!("must be a whole number of centimetres from {} to {}", range.start(), range.end());
    text.parse().ok().and_then(Stature::centimetres).ok_or_else(wrong)
}
