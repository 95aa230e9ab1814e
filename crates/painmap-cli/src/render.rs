//! `painmap render`: records as a picture, a report or a timeline, as SVG, PNG or PDF.

mod paper;

use clap::ValueEnum;
use painmap::PainMap;
use painmap::anatomy::{Chart, Crop, View};
use painmap::describe::Locale;
use painmap::record::Mark;
use painmap::scene::{Picture, to_svg};
use painmap_report::{Document, Report, Timeline, picture};

use crate::choice::one_of;
use crate::input::InputArgs;
use crate::language::{help, language};
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict, say};
use paper::PaperArgs;

const EXAMPLE: &str = "\
A picture is one view of one record. A report is one record on a page: every view that holds a mark, the marks
in a table, the history. A timeline shows several records side by side, in the order given.

Letters come from fonts that painmap brings, so that a PNG or a PDF is the same everywhere: Latin, Greek,
Cyrillic and Arabic ones. For Chinese, and for whatever else was typed, add a font with --font.

Examples:
  painmap render record.json -o map.svg
  painmap render --crop back - < record.json > back.svg
  painmap render --width 2000 record.json -o map.png
  painmap render --header \"Elm Street Clinic\" record.json -o report.pdf
  painmap render --layout timeline march.json june.json -o visits.png
  painmap render --language zh --font NotoSansSC-Regular.otf record.json -o report.pdf";

/// How many records a timeline may show.
const MOST_VISITS: usize = 120;

/// Draws a record as a picture, a report or, with others, a timeline: SVG, PNG or PDF.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// What to draw; by default a report for PDF, else a picture.
    #[arg(long, value_enum)]
    layout: Option<Layout>,
    /// The format; by default what the name of the output ends in, else SVG.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The view to draw in a picture or a timeline; by default the one that suits the record.
    #[arg(long, value_parser = one_of(View::ALL))]
    view: Option<View>,
    /// The part of the view to draw in a picture; by default what was shown and holds all marks.
    #[arg(long, value_parser = one_of(Crop::ALL))]
    crop: Option<Crop>,
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    #[arg(help = help("the words in the picture, its title and its description"))]
    language: &'static Locale,
    #[command(flatten)]
    paper: PaperArgs,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// One view of one record.
    Picture,
    /// One record on a page.
    Report,
    /// Several records side by side.
    Timeline,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Scalable; a viewer may have other letters.
    Svg,
    /// Dots: see --width.
    Png,
    /// Pages, tagged for screen readers.
    Pdf,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let format = args.format();
    let layout = args.layout.unwrap_or(if format == Format::Pdf { Layout::Report } else { Layout::Picture });
    if format != Format::Svg && args.output.is_terminal() {
        return Err(Stop::WrongCall("this is no text for a terminal: name a file with -o".to_owned()));
    }
    args.check(layout, format)?;
    let most = if layout == Layout::Timeline { MOST_VISITS } else { 1 };
    let mut maps = Vec::new();
    let verdict = args.input.each_good(|_, map| {
        maps.push(map);
        if maps.len() > most { Err(Stop::WrongCall(too_many(layout))) } else { Ok(()) }
    })?;
    let Some(first) = maps.first() else { return Ok(verdict) };
    let mut output = args.output.open();
    if (layout, format) == (Layout::Picture, Format::Svg) {
        let picture = choose(args, first);
        output.line(to_svg(first, &picture, args.language).map_err(wrong)?)?;
        warn_of_unseen(first, picture);
    } else {
        let fonts = args.paper.fonts()?;
        let document = match layout {
            Layout::Picture => picture(first, &choose(args, first), args.language, &fonts),
            Layout::Report => args.report(first).document(args.language, &fonts),
            Layout::Timeline => args.timeline(&maps).document(args.language, &fonts),
        };
        let document = document.map_err(PaperArgs::told)?;
        if layout == Layout::Picture {
            warn_of_unseen(first, choose(args, first));
        }
        output.bytes(&args.written(&document, format, &fonts)?)?;
    }
    output.finish()?;
    Ok(verdict)
}

impl Args {
    fn format(&self) -> Format {
        let by_name = || Format::from_str(&self.output.extension()?, true).ok();
        self.format.or_else(by_name).unwrap_or(Format::Svg)
    }

    /// An option that would do nothing is a wrong call.
    fn check(&self, layout: Layout, format: Format) -> Result<(), Stop> {
        let idle = [
            (
                self.view.is_some() && layout == Layout::Report,
                "--view",
                "a report shows every view with a mark",
            ),
            (self.crop.is_some() && layout != Layout::Picture, "--crop", "it is for a picture"),
            (self.paper.is_header() && layout == Layout::Picture, "--header", "a picture has none"),
            (self.paper.is_paper() && layout != Layout::Report, "--paper", "it is for a report"),
            (self.paper.is_width() && format != Format::Png, "--width", "it is for PNG"),
        ];
        match idle.into_iter().find(|(is_idle, ..)| *is_idle) {
            Some((_, option, reason)) => {
                Err(Stop::WrongCall(format!("{option} does nothing here: {reason}")))
            }
            None => Ok(()),
        }
    }

    fn report<'r>(&'r self, map: &'r PainMap) -> Report<'r> {
        Report { header: self.paper.header(), paper: self.paper.paper(), ..Report::of(map) }
    }

    fn timeline<'r>(&'r self, maps: &'r [PainMap]) -> Timeline<'r> {
        let suited = Timeline::of(maps);
        Timeline { header: self.paper.header(), view: self.view.unwrap_or(suited.view), ..suited }
    }

    fn written(
        &self,
        document: &Document,
        format: Format,
        fonts: &painmap_report::Fonts,
    ) -> Result<Vec<u8>, Stop> {
        match format {
            Format::Svg => Ok(document.to_svg().into_bytes()),
            Format::Png => document.to_png(self.paper.width(), fonts).map_err(PaperArgs::told),
            Format::Pdf => document.to_pdf(fonts).map_err(PaperArgs::told),
        }
    }
}

fn wrong(error: impl std::fmt::Display) -> Stop {
    Stop::WrongCall(error.to_string())
}

fn too_many(layout: Layout) -> String {
    match layout {
        Layout::Timeline => format!("a timeline shows at most {MOST_VISITS} records, and there are more"),
        _ => "render draws one record, and there are more; --layout timeline draws several".to_owned(),
    }
}

fn choose(args: &Args, map: &PainMap) -> Picture {
    let suited = Picture::of(map);
    match args.view {
        // What suits another view says nothing about this one.
        Some(view) if view != suited.view => Picture { view, crop: args.crop.unwrap_or(Crop::Whole) },
        _ => Picture { view: suited.view, crop: args.crop.unwrap_or(suited.crop) },
    }
}

/// A picture without some of the marks must not pass for all of the record.
fn warn_of_unseen(map: &PainMap, picture: Picture) {
    for (number, mark) in (1..).zip(map.marks()) {
        let id = mark.id();
        if mark.view() != picture.view {
            say(format_args!(
                "mark {number} ({id}) is not in the picture: it lies in the {} view",
                mark.view()
            ));
        } else if !is_within(mark, map, picture) {
            say(format_args!(
                "mark {number} ({id}) is not in the picture: it lies outside of the {} crop",
                picture.crop
            ));
        }
    }
}

fn is_within(mark: &Mark, map: &PainMap, picture: Picture) -> bool {
    Chart::of(picture.view, map.figure).is_none_or(|chart| chart.crop(picture.crop).contains(mark.anchor()))
}
