//! Work on all cores, with the answers in the order of the work.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::status::Stop;

/// How many parcels may be under way for each worker: enough that none waits while the answers of a slow
/// one are waited for, and few enough that what is held stays small.
const AHEAD: usize = 4;

/// Where the workers get their parcels, one worker at a time.
struct Door<N, A> {
    /// None at the end.
    next: Option<N>,
    /// Takes a promise for each parcel, in their order; nothing stands for the end.
    promises: SyncSender<Option<Receiver<A>>>,
}

/// Takes parcels from `next` until there are no more, works on them on all cores, and hands the answers to
/// `visit` in the order of the parcels. No more than a few parcels for each core are held at a time.
///
/// When `visit` stops, this returns at once and waits for no worker: one may be waiting for input that never
/// comes. So the end of the process ends them.
pub(crate) fn in_order<P, A: Send + 'static>(
    next: impl FnMut() -> Option<P> + Send + 'static,
    work: impl Fn(P) -> A + Send + Sync + 'static,
    mut visit: impl FnMut(A) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (promises, promised) = sync_channel(cores * AHEAD);
    let door = Arc::new(Mutex::new(Door { next: Some(next), promises }));
    let work = Arc::new(work);
    for started in 0..cores {
        let (door, work) = (Arc::clone(&door), Arc::clone(&work));
        let worker = move || {
            while let Some((parcel, answer)) = taken(&door) {
                // Where nobody waits for the answer, the run is over.
                if answer.send(work(parcel)).is_err() {
                    return;
                }
            }
        };
        match thread::Builder::new().spawn(worker) {
            Ok(_) => {}
            Err(error) if started == 0 => {
                return Err(Stop::WrongCall(format!("cannot start a thread: {error}")));
            }
            Err(_) => break,
        }
    }
    // The workers alone keep it open, so that the promises end when all of them have gone.
    drop(door);
    loop {
        // A worker that panicked leaves a promise or the end open: what came before must not pass for all.
        let lost = |_| Stop::WrongCall("stopped by a fault in painmap itself".to_owned());
        let Some(answer) = promised.recv().map_err(lost)? else { return Ok(()) };
        visit(answer.recv().map_err(lost)?)?;
    }
}

/// The next parcel, and where its answer goes.
fn taken<P, A>(door: &Mutex<Door<impl FnMut() -> Option<P>, A>>) -> Option<(P, SyncSender<A>)> {
    let mut door = door.lock().ok()?;
    let Some(parcel) = door.next.as_mut().and_then(|next| next()) else {
        if door.next.take().is_some() {
            let _ = door.promises.send(None);
        }
        return None;
    };
    let (answer, promise) = sync_channel(1);
    // Where nobody takes the promise, the run is over.
    door.promises.send(Some(promise)).ok()?;
    Some((parcel, answer))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_parcels() {
        let mut numbers = 0..500_u64;
        let work = |number: u64| {
            // The later ones would overtake.
            thread::sleep(Duration::from_micros(if number.is_multiple_of(7) { 900 } else { 10 }));
            number * 2
        };
        let mut answers = Vec::new();
        in_order(
            move || numbers.next(),
            work,
            |answer| {
                answers.push(answer);
                Ok(())
            },
        )
        .unwrap();
        assert!(answers.iter().copied().eq((0..500).map(|number| number * 2)), "{answers:?}");
    }

    #[test]
    fn few_parcels_are_held_however_slow_the_reader_is() {
        let taken = Arc::new(Mutex::new(0_usize));
        let counted = Arc::clone(&taken);
        let next = move || {
            *counted.lock().unwrap() += 1;
            Some(())
        };
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let mut visited = 0;
        let ended = in_order(
            next,
            |()| (),
            |()| {
                visited += 1;
                thread::sleep(Duration::from_millis(1));
                let held = *taken.lock().unwrap() - visited;
                assert!(held <= cores * (AHEAD + 2), "{held} are held");
                if visited == 50 { Err(Stop::ReaderGone) } else { Ok(()) }
            },
        );
        assert!(matches!(ended, Err(Stop::ReaderGone)) && visited == 50);
    }

    #[test]
    fn a_stop_does_not_wait_for_input() {
        let (first, rest) = sync_channel(1);
        first.send(1).unwrap();
        // Nothing more comes, and the other end stays open.
        let ended = in_order(move || rest.recv().ok(), |number| number, |_: i32| Err(Stop::ReaderGone));
        assert!(matches!(ended, Err(Stop::ReaderGone)));
        drop(first);
    }

    #[test]
    fn a_lost_answer_does_not_pass_for_the_end() {
        let mut numbers = 0..10;
        let work = |number: i32| assert_ne!(number, 5, "on purpose");
        let ended = in_order(move || numbers.next(), work, |()| Ok(()));
        assert!(matches!(ended, Err(Stop::WrongCall(_))), "{ended:?}");
    }
}
