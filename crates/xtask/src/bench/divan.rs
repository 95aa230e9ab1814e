//! What a benchmark under divan printed, taken apart: it writes a tree for people and nothing for programs.

use anyhow::{Context, Result};

/// One line with times.
#[derive(Debug, PartialEq)]
pub(crate) struct Timed {
    /// The names on the way to it, its own last.
    pub(crate) path: Vec<String>,
    /// The shortest and the middle time, in nanoseconds.
    pub(crate) fastest: f64,
    pub(crate) median: f64,
}

/// All lines with times.
pub(crate) fn read(printed: &str) -> Result<Vec<Timed>> {
    let mut timed = Vec::new();
    let mut path: Vec<String> = Vec::new();
    for line in printed.lines() {
        let Some(branch) = line.find(['├', '╰']) else { continue };
        // Each level is indented by three characters.
        let depth = line[..branch].chars().count() / 3;
        let columns: Vec<&str> = line[branch..].trim_start_matches(['├', '╰', '─', ' ']).split('│').collect();
        let first = columns.first().copied().unwrap_or_default().trim();
        path.truncate(depth);
        // The shortest time stands behind the name, without a line between.
        let time = first.rsplit_once(' ').and_then(|(before, unit)| {
            let (name, number) = before.trim_end().rsplit_once(' ')?;
            Some((name.trim(), nanoseconds(number, unit)?))
        });
        let Some((name, fastest)) = time else {
            path.push(first.to_owned());
            continue;
        };
        path.push(name.to_owned());
        let median = columns.get(2).and_then(|column| {
            let (number, unit) = column.trim().split_once(' ')?;
            nanoseconds(number, unit)
        });
        let median = median.with_context(|| format!("divan printed a line without a median: {line}"))?;
        timed.push(Timed { path: path.clone(), fastest, median });
    }
    Ok(timed)
}

fn nanoseconds(number: &str, unit: &str) -> Option<f64> {
    let factor = match unit {
        "ps" => 1e-3,
        "ns" => 1.0,
        "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read() {
        let printed = "\
Timer precision: 20 ns
records                                   fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ check                                                │               │               │               │         │
│  ├─ painmap                                           │               │               │               │         │
│  │  ├─ a record of 22 bytes             189.9 ns      │ 1.2 µs        │ 201.5 ns      │ 213.9 ns      │ 100     │ 1600
│  │  ╰─ a larger one                     1.025 ms      │ 2 ms          │ 1.5 ms        │ 1.6 ms        │ 100     │ 100
│  ╰─ other                               1 s           │ 2 s           │ 1.5 s         │ 1.6 s         │ 100     │ 100
╰─ last                                   12 ps         │ 1 ns          │ 20 ps         │ 21 ps         │ 100     │ 100
";
        let timed = read(printed).unwrap();
        let path = |timed: &Timed| timed.path.join("/");
        assert_eq!(
            timed.iter().map(path).collect::<Vec<_>>(),
            ["check/painmap/a record of 22 bytes", "check/painmap/a larger one", "check/other", "last",]
        );
        assert_eq!((timed[0].fastest, timed[0].median), (189.9, 201.5));
        assert_eq!(timed[2].median, 1.5e9);
        assert!(read("├─ broken  1 ns │ 2 ns │ soon │").is_err());
    }
}
