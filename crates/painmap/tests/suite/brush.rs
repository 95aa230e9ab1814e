//! The brush: what painting and erasing promise, on strokes over every view of every figure.

use painmap::PainMap;
use painmap::anatomy::{Chart, Figure, Point, View, encloses};
use painmap::edit::{Command, EditError, Editor, MAX_BRUSH, MIN_BRUSH};
use painmap::record::limits::MAX_PATH_POINTS;
use painmap::record::{Author, Mark, MarkId, Shape};
use proptest::prelude::*;
use proptest::sample::select;

/// The side of a brush's cell, in bu.
const CELL: i32 = 20;

fn patient(figure: Figure) -> Editor {
    Editor::new(PainMap::new(figure), Author::Patient)
}

fn paint(view: View, stroke: &[Point], radius: u16, onto: Option<&MarkId>) -> Command {
    Command::Paint { view, stroke: stroke.to_vec(), radius, onto: onto.cloned() }
}

fn erase(id: &MarkId, stroke: &[Point], radius: u16) -> Command {
    Command::Erase { id: id.clone(), stroke: stroke.to_vec(), radius }
}

fn selected(editor: &Editor) -> MarkId {
    editor.selected().unwrap().id().clone()
}

fn outline(mark: &Mark) -> &[Point] {
    match mark.shape() {
        Shape::Area { outline } => outline.points(),
        Shape::Spot { .. } => &[],
    }
}

fn outlines(editor: &Editor) -> Vec<&[Point]> {
    editor.map().marks().map(outline).collect()
}

/// The middles of the cells that these outlines hold, within the box of all of them.
fn cells(outlines: &[&[Point]]) -> Vec<Point> {
    let points = || outlines.iter().copied().flatten();
    let range = |coordinate: fn(&Point) -> i32| {
        let all = || points().map(coordinate);
        let from = all().min().unwrap_or(0).div_euclid(CELL);
        from..all().max().unwrap_or(0).div_euclid(CELL) + 1
    };
    let (columns, rows) = (range(|point| point.x), range(|point| point.y));
    let middle = |(column, row)| Point::new(column * CELL + CELL / 2, row * CELL + CELL / 2);
    let all = columns.flat_map(|column| rows.clone().map(move |row| middle((column, row))));
    all.filter(|&middle| outlines.iter().any(|outline| encloses(outline, middle))).collect()
}

/// Somewhere near to the body, as a stroke that stays together.
fn stroke(view: View) -> impl Strategy<Value = Vec<Point>> {
    let start = match view.side() {
        None => (-1200..1200, 200..9800),
        Some(_) => (-600..800, 200..9800),
    };
    let step = (-200..200, -200..200);
    (start, prop::collection::vec(step, 0..12)).prop_map(
        move |((x, y), steps): ((i32, i32), Vec<(i32, i32)>)| {
            let mut stroke: Vec<Point> = vec![Point::new(x, y)];
            for (dx, dy) in steps {
                let last = stroke[stroke.len() - 1];
                stroke.push(Point::new((last.x + dx).clamp(-1100, 1600), (last.y + dy).clamp(0, 10_000)));
            }
            if view.side().is_none() {
                stroke.iter_mut().for_each(|point| point.x = point.x.clamp(-2000, 2000));
            }
            stroke
        },
    )
}

/// A view, a figure and a stroke.
fn place() -> impl Strategy<Value = (View, Figure, Vec<Point>)> {
    let view = prop_oneof![3 => Just(View::Posterior), 2 => select(View::ALL)];
    (view, select(Figure::ALL))
        .prop_flat_map(|(view, figure)| stroke(view).prop_map(move |stroke| (view, figure, stroke)))
}

fn radius() -> impl Strategy<Value = u16> {
    prop_oneof![2 => MIN_BRUSH..150, 1 => 150..=MAX_BRUSH]
}

/// Whether all round a point, as far as the radius goes, is body.
fn is_deep(chart: &Chart, point: Point, radius: i32) -> bool {
    let round = (0..24).map(|turn| f64::from(turn) * std::f64::consts::PI / 12.0);
    let rim = round.map(|turn| (turn.cos(), turn.sin())).flat_map(|(x, y)| {
        let rings = 1..=(radius / CELL + 1);
        rings.map(move |ring| {
            let far = f64::from((ring * CELL).min(radius + 1));
            Point::new(point.x + (far * x).round() as i32, point.y + (far * y).round() as i32)
        })
    });
    chart.locate(point).is_some() && rim.into_iter().all(|point| chart.locate(point).is_some())
}

/// Points along a stroke, as near to each other as a fifth of the brush.
fn along(stroke: &[Point], radius: u16) -> Vec<Point> {
    let apart = i32::from(radius / 5).max(4);
    let mut points = vec![stroke[0]];
    for pair in stroke.windows(2) {
        let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
        let steps = 1 + dx.abs().max(dy.abs()) / apart;
        points.extend(
            (1..=steps).map(|step| Point::new(pair[0].x + dx * step / steps, pair[0].y + dy * step / steps)),
        );
    }
    points
}

/// The pieces of a stroke; a point is one as well.
fn ends(stroke: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    stroke.iter().zip(stroke.iter().skip(1).chain(stroke.last())).map(|(&a, &b)| (a, b))
}

/// How far a point is from a piece of a stroke.
fn distance(a: Point, b: Point, point: Point) -> f64 {
    let [ax, ay, bx, by, x, y] = [a.x, a.y, b.x, b.y, point.x, point.y].map(f64::from);
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length == 0.0 { 0.0 } else { (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0) };
    (ax + along * dx - x).hypot(ay + along * dy - y)
}

/// Each case looks at thousands of places.
fn a_third() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases / 3, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(a_third())]

    #[test]
    fn what_the_brush_went_over_is_painted((view, figure, stroke) in place(), radius in radius()) {
        let mut editor = patient(figure);
        let chart = Chart::of(view, figure).unwrap();
        let outcome = editor.apply(paint(view, &stroke, radius, None));
        let outlines = outlines(&editor);
        for point in along(&stroke, radius) {
            // A part may be a crumb beside a larger one if the brush is hardly wider than a cell.
            let is_no_crumb = radius >= 2 * MIN_BRUSH || outlines.len() < 2;
            if is_no_crumb && is_deep(chart, point, i32::from(radius)) {
                let inside = outlines.iter().any(|outline| encloses(outline, point));
                prop_assert!(inside, "{point:?} {outcome:?}");
            }
        }
        prop_assert_eq!(outcome.is_ok(), !outlines.is_empty());
        prop_assert!(outcome.is_ok() || outcome == Err(EditError::BadShape));
    }

    #[test]
    fn what_is_painted_is_on_the_body_and_near_to_the_stroke(
        (view, figure, stroke) in place(), radius in radius(),
    ) {
        let mut editor = patient(figure);
        let chart = Chart::of(view, figure).unwrap();
        let _ = editor.apply(paint(view, &stroke, radius, None));
        for &point in outlines(&editor).into_iter().flatten() {
            prop_assert!(chart.snap(point, CELL).is_some(), "{point:?} is off the body");
            let off = ends(&stroke).map(|(a, b)| distance(a, b, point)).fold(f64::MAX, f64::min);
            prop_assert!(off <= f64::from(radius) + 24.0, "{point:?} is {off} off");
        }
        prop_assert_eq!(&PainMap::from_json(&editor.map().to_json())?, editor.map());
    }

    #[test]
    fn erasing_as_wide_as_was_painted_leaves_nothing(
        (view, figure, stroke) in place(), radius in radius(), wider in 0..40_u16,
    ) {
        let mut editor = patient(figure);
        if editor.apply(paint(view, &stroke, radius, None)).is_ok() {
            let ids: Vec<_> = editor.map().marks().map(|mark| mark.id().clone()).collect();
            // A hole that the stroke closed in was filled, and is out of reach.
            let holds = |editor: &Editor| cells(&outlines(editor)).len();
            let near_to = along(&stroke, 6);
            let closed_in = cells(&outlines(&editor)).into_iter().filter(|&middle| {
                let far = i64::from(radius).pow(2);
                near_to.iter().all(|near| near.distance_squared(middle) > far)
            });
            let closed_in = closed_in.count();
            for id in &ids {
                prop_assert_eq!(editor.apply(erase(id, &stroke, (radius + wider).min(MAX_BRUSH))), Ok(true));
            }
            if closed_in == 0 {
                prop_assert_eq!(editor.map().marks().len(), 0);
                prop_assert!(editor.selected().is_none());
            } else {
                prop_assert!(holds(&editor) <= closed_in);
            }
        }
    }

    #[test]
    fn erasing_only_takes_away_and_painting_only_adds(
        (view, figure, first) in place(), second in stroke(View::Posterior), radii in (radius(), radius()),
    ) {
        let mut editor = patient(figure);
        if editor.apply(paint(view, &first, radii.0, None)).is_ok() {
            // The second stroke begins where the first one does.
            let shift = Point::new(first[0].x - second[0].x, first[0].y - second[0].y);
            let moved = second.iter().map(|point| Point::new(point.x + shift.x, point.y + shift.y));
            let second: Vec<_> = moved.filter(|&point| view.bounds().contains(point)).collect();
            prop_assume!(!second.is_empty());
            let id = selected(&editor);
            let before = cells(&[outline(editor.selected().unwrap())]);

            let mut erased = editor.clone();
            let others = erased.map().marks().len() - 1;
            let outcome = erased.apply(erase(&id, &second, radii.1))?;
            let left: Vec<_> = erased.map().marks().filter(|mark| {
                *mark.id() == id || editor.map().mark(mark.id()).is_none()
            }).map(outline).collect();
            let left = cells(&left);
            prop_assert!(left.iter().all(|cell| before.contains(cell)));
            prop_assert_eq!(outcome, erased.map() != editor.map());
            prop_assert!(erased.map().marks().len() >= others);

            let mut grown = editor.clone();
            let painted = grown.apply(paint(view, &second, radii.1, Some(&id)));
            // All of it is still the very mark.
            let now = cells(&[outline(grown.map().mark(&id).unwrap())]);
            prop_assert!(before.iter().all(|cell| now.contains(cell)), "{painted:?}");
            // The same again adds nothing.
            if painted.is_ok() && grown.map().marks().len() == 1 {
                prop_assert_eq!(grown.apply(paint(view, &second, radii.1, Some(&id))), Ok(false));
            }
        }
    }

    #[test]
    fn the_other_side_is_painted_alike(stroke in stroke(View::Posterior), radius in radius()) {
        let mirrored: Vec<_> = stroke.iter().map(|point| point.mirrored()).collect();
        let painted = |stroke: &[Point]| {
            let mut editor = patient(Figure::Neutral);
            let _ = editor.apply(paint(View::Posterior, stroke, radius, None));
            cells(&outlines(&editor))
        };
        let mut there: Vec<_> = painted(&mirrored).into_iter().map(Point::mirrored).collect();
        let mut here = painted(&stroke);
        here.sort_unstable();
        there.sort_unstable();
        // Of crumbs alone, either may be the one that is kept.
        prop_assert!(here == there || here.len().max(there.len()) <= 4, "{here:?} {there:?}");
    }
}

#[test]
fn a_stroke_elsewhere_begins_another_area() {
    let mut editor = patient(Figure::Neutral);
    let (here, there) = ([Point::new(-300, 3000)], [Point::new(300, 3000)]);
    editor.apply(paint(View::Posterior, &here, 100, None)).unwrap();
    let first = selected(&editor);
    editor.apply(paint(View::Posterior, &there, 100, Some(&first))).unwrap();
    let second = selected(&editor);
    assert_ne!(first, second);
    // The same place of another view is elsewhere.
    editor.apply(paint(View::Anterior, &there, 100, Some(&second))).unwrap();
    assert_eq!(editor.map().marks().len(), 3);
    assert!(editor.map().marks().all(|mark| mark.by == Some(Author::Patient)));
}

#[test]
fn a_spot_never_grows_into_an_area() {
    let mut editor = patient(Figure::Neutral);
    let at = Point::new(-300, 3000);
    editor.apply(Command::AddSpot { view: View::Posterior, at }).unwrap();
    let spot = selected(&editor);
    editor.apply(paint(View::Posterior, &[at], 100, Some(&spot))).unwrap();
    assert_eq!(editor.map().marks().len(), 2);
    assert_eq!(editor.apply(erase(&spot, &[at], 100)), Err(EditError::NotAnArea));
}

#[test]
fn painting_takes_no_pain_back() {
    let mut editor = patient(Figure::Neutral);
    editor.apply(Command::SetNoPain(true)).unwrap();
    editor.apply(paint(View::Posterior, &[Point::new(0, 3000)], 100, None)).unwrap();
    assert!(!editor.map().no_pain());
}

/// An area that is cut in two: both parts keep what was said, the larger one what belongs to one place.
#[test]
fn parts_keep_the_answers() {
    let mut editor = patient(Figure::Neutral);
    let down = [Point::new(0, 2500), Point::new(0, 3500)];
    editor.apply(paint(View::Posterior, &down, 120, None)).unwrap();
    let id = selected(&editor);
    for (member, json) in [("intensity", "7"), ("note", "\"at night\""), ("qualities", "[\"dull\"]")] {
        editor.apply(Command::answer(id.clone(), member, json).unwrap()).unwrap();
    }
    let anchor = editor.selected().unwrap().anchor();
    let path = vec![anchor, Point::new(600, 3000)];
    editor.apply(Command::AddRadiation { id: id.clone(), view: View::Posterior, path }).unwrap();

    let across = [Point::new(-300, 2800), Point::new(300, 2800)];
    assert_eq!(editor.apply(erase(&id, &across, 50)), Ok(true));
    let marks: Vec<_> = editor.map().marks().collect();
    let [larger, smaller] = marks[..] else { panic!("{} parts", marks.len()) };
    assert_eq!((larger.id(), editor.selected().map(Mark::id)), (&id, Some(&id)));
    assert!(outline(larger).iter().all(|point| point.y > 2800));
    assert!(outline(smaller).iter().all(|point| point.y < 2800));
    assert_eq!((smaller.intensity, smaller.note()), (larger.intensity, Some("at night")));
    assert_eq!((&smaller.qualities, smaller.by), (&larger.qualities, larger.by));
    // The path still begins at its mark.
    assert_eq!(larger.radiation()[0].path(), [larger.anchor(), Point::new(600, 3000)]);
    assert!(smaller.radiation().is_empty());

    // One step back brings the whole area back.
    editor.undo();
    assert_eq!(editor.map().marks().len(), 1);
    assert_eq!(editor.map().mark(&id).unwrap().anchor(), anchor);
}

/// Where the body ends on the way from an arm to the trunk, seen from behind: the middle of the last cell
/// of the arm, and a place at the rim of the trunk.
fn gap() -> (Point, Point) {
    let chart = Chart::of(View::Posterior, Figure::Neutral).unwrap();
    let is_body = |x: i32| chart.locate(Point::new(x, 4010)).is_some();
    let mut columns = (-1500..0).filter(|x: &i32| x.rem_euclid(CELL) == CELL / 2);
    columns.find(|&x| is_body(x)).unwrap();
    let out = columns.find(|&x| !is_body(x)).unwrap();
    let trunk = columns.find(|&x| is_body(x)).unwrap();
    assert!(trunk - out >= 5 * CELL);
    (Point::new(out - CELL, 4010), Point::new(trunk, 4010))
}

/// Beside the body a stroke goes from an arm on to the trunk, where it paints much more.
#[test]
fn a_mark_stays_where_it_was() {
    let (arm, trunk) = gap();
    let mut editor = patient(Figure::Neutral);
    editor.apply(paint(View::Posterior, &[arm], 30, None)).unwrap();
    let id = selected(&editor);
    let path = vec![editor.selected().unwrap().anchor(), Point::new(arm.x, 5500)];
    editor.apply(Command::AddRadiation { id: id.clone(), view: View::Posterior, path }).unwrap();
    let across = [arm, Point::new(trunk.x + 400, arm.y)];
    assert_eq!(editor.apply(paint(View::Posterior, &across, 60, Some(&id))), Ok(true));
    let marks: Vec<_> = editor.map().marks().collect();
    let [mark, other] = marks[..] else { panic!("{} marks", marks.len()) };
    assert_eq!((mark.id(), editor.selected().map(Mark::id)), (&id, Some(&id)));
    assert!(encloses(outline(mark), arm) && encloses(outline(other), Point::new(trunk.x + 200, arm.y)));
    assert!(mark.radiation().len() == 1 && other.radiation().is_empty());
}

/// An area of one cell at the rim of the body is no crumb to the patient who painted it.
#[test]
fn a_small_area_is_never_lost_beside_a_larger_one() {
    let (arm, trunk) = gap();
    let mut editor = patient(Figure::Neutral);
    let outline_of_one = [(-8, -8), (8, -8), (8, 8), (-8, 8)].map(|(x, y)| Point::new(arm.x + x, arm.y + y));
    editor.apply(Command::AddArea { view: View::Posterior, outline: outline_of_one.to_vec() }).unwrap();
    let id = selected(&editor);
    let across = [Point::new(arm.x + CELL, arm.y), Point::new(trunk.x + 300, arm.y)];
    editor.apply(paint(View::Posterior, &across, MIN_BRUSH, Some(&id))).unwrap();
    assert_eq!(editor.map().marks().len(), 2);
    let area = outline(editor.map().mark(&id).unwrap());
    assert!(cells(&[area]).len() <= 4 && encloses(area, arm));
}

/// Strokes at the rim of a hand, the first of which leaves one cell there.
#[test]
fn what_was_painted_at_a_rim_stays() {
    let points = |points: [(i32, i32); 3]| points.map(|(x, y)| Point::new(x, y));
    let mut editor = patient(Figure::Masculine);
    let first = points([(-1024, 4552), (-1085, 4455), (-1023, 4517)]);
    editor.apply(paint(View::Anterior, &first, 89, None)).unwrap();
    let id = selected(&editor);
    let before = cells(&outlines(&editor));
    let second = points([(-1024, 4552), (-1004, 4452), (-1224, 4600)]);
    editor.apply(paint(View::Anterior, &second, 95, Some(&id))).unwrap();
    let now = cells(&[outline(editor.map().mark(&id).unwrap())]);
    assert!(before.iter().all(|cell| now.contains(cell)));
}

#[test]
fn a_hole_is_filled_again() {
    let mut editor = patient(Figure::Neutral);
    let middle = [Point::new(0, 3000)];
    editor.apply(paint(View::Posterior, &middle, 400, None)).unwrap();
    let id = selected(&editor);
    let before = cells(&outlines(&editor));
    assert_eq!(editor.apply(erase(&id, &middle, 100)), Ok(false));
    // With a way out it is none.
    let out = [middle[0], Point::new(0, 3500)];
    assert_eq!(editor.apply(erase(&id, &out, 100)), Ok(true));
    assert!(cells(&outlines(&editor)).len() < before.len());
    // What closes the way again makes a ring, and so fills it.
    assert_eq!(editor.apply(paint(View::Posterior, &[Point::new(0, 3300)], 120, Some(&id))), Ok(true));
    assert!(encloses(outline(editor.map().mark(&id).unwrap()), middle[0]));
}

#[test]
fn a_stroke_off_the_body_paints_nothing() {
    let mut editor = patient(Figure::Neutral);
    for stroke in [
        vec![],
        vec![Point::new(2400, 200)],
        vec![Point::new(0, 3000), Point::new(i32::MIN, i32::MAX)],
        vec![Point::new(0, 3000); MAX_PATH_POINTS + 1],
        // To and fro without end.
        [Point::new(0, 0), Point::new(0, 10_000)].into_iter().cycle().take(MAX_PATH_POINTS).collect(),
    ] {
        assert_eq!(editor.apply(paint(View::Posterior, &stroke, 50, None)), Err(EditError::BadShape));
    }
    assert!(editor.map().is_untouched());
}

#[test]
fn a_brush_is_never_thinner_or_wider_than_it_may_be() {
    let at = [Point::new(0, 3000)];
    for (radius, same) in [(0, MIN_BRUSH), (u16::MAX, MAX_BRUSH)] {
        let painted = [radius, same].map(|radius| {
            let mut editor = patient(Figure::Neutral);
            editor.apply(paint(View::Posterior, &at, radius, None)).unwrap();
            editor.map().to_json()
        });
        assert_eq!(painted[0], painted[1]);
    }
}

/// An outline that is thinner than a cell holds the middle of none.
#[test]
fn an_area_like_a_hair_can_be_erased_and_painted_onto() {
    let hair = [(0, 3001), (300, 3002), (0, 3003)].map(|(x, y)| Point::new(x, y)).to_vec();
    let mut editor = patient(Figure::Neutral);
    editor.apply(Command::AddArea { view: View::Posterior, outline: hair }).unwrap();
    let id = selected(&editor);
    let far = [Point::new(0, 4000)];
    assert_eq!(editor.apply(erase(&id, &far, 60)), Ok(false));
    editor.apply(paint(View::Posterior, &[Point::new(300, 3000)], 60, Some(&id))).unwrap();
    assert_eq!(editor.map().marks().len(), 1);
    assert!(encloses(outline(editor.map().mark(&id).unwrap()), Point::new(20, 3003)));
    let all = [Point::new(-100, 3000), Point::new(400, 3000)];
    assert_eq!(editor.apply(erase(&id, &all, 100)), Ok(true));
    assert_eq!(editor.map().marks().len(), 0);
}

/// What lies beside the body in a record of others stays, unless it is erased itself.
#[test]
fn erasing_leaves_what_is_beside_the_body() {
    let beside = [(1500, 500), (1900, 500), (1900, 900), (1500, 900)].map(|(x, y)| Point::new(x, y));
    let mut editor = patient(Figure::Neutral);
    editor.apply(Command::AddArea { view: View::Posterior, outline: beside.to_vec() }).unwrap();
    let id = selected(&editor);
    assert_eq!(editor.apply(erase(&id, &[Point::new(1500, 500)], 60)), Ok(true));
    assert!(encloses(outline(editor.map().mark(&id).unwrap()), Point::new(1700, 700)));
}

#[test]
fn each_hand_paints_its_own_areas() {
    let mut patients = patient(Figure::Neutral);
    let at = [Point::new(0, 3000)];
    patients.apply(paint(View::Posterior, &at, 200, None)).unwrap();
    let id = selected(&patients);
    let mut clinician = Editor::new(patients.map().clone(), Author::Clinician);
    for command in [paint(View::Posterior, &at, 300, Some(&id)), erase(&id, &at, 50)] {
        assert_eq!(clinician.apply(command), Err(EditError::NotYours));
    }
    clinician.apply(paint(View::Posterior, &at, 300, None)).unwrap();
    assert_eq!(clinician.selected().unwrap().by, Some(Author::Clinician));
}

/// A jagged area of as many points as a record takes: whatever is left of it is a good record.
#[test]
fn hostile_outlines_are_erased_or_refused() {
    let tooth = |index: i32| Point::new(-2500 + index * 5 / 2, if index % 2 == 0 { 500 } else { 9500 });
    let zigzag: Vec<_> = (0..2000).map(tooth).collect();
    let star: Vec<_> = (0..2000).map(|index| tooth(index * 997 % 2000)).collect();
    for outline in [zigzag, star] {
        let mut editor = patient(Figure::Neutral);
        editor.apply(Command::AddArea { view: View::Posterior, outline }).unwrap();
        let id = selected(&editor);
        let before = editor.map().clone();
        let across = [Point::new(-2400, 5000), Point::new(2400, 5000)];
        for command in [erase(&id, &across, 300), paint(View::Posterior, &across, 300, Some(&id))] {
            match editor.apply(command) {
                Ok(_) => assert_eq!(&PainMap::from_json(&editor.map().to_json()).unwrap(), editor.map()),
                Err(error) => assert_eq!((error, editor.map()), (EditError::Full, &before)),
            }
        }
    }
}
