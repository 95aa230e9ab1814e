//! The table as an Apache Parquet file.

use painmap::PainMap;
use painmap::anatomy::ATLAS_VERSION;
use painmap::exchange::table::{Cell, Origin, TABLE, columns, rows};

use super::{Args, numbered};
use crate::parquet::{ParquetFile, Table};
use crate::status::{Stop, Verdict};

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    let table = Table {
        name: "painmap_table",
        columns: columns().map(|column| (column.name(), column.kind())).collect(),
        told: vec![("painmap.table", TABLE.to_owned()), ("painmap.atlas", ATLAS_VERSION.to_owned())],
    };
    let mut file = ParquetFile::new(&args.output, table)?;
    let cells = |origin: Origin<'_>, map: &PainMap| -> Vec<Vec<Cell<'static>>> {
        rows(map, origin).map(|row| row.cells().map(Cell::into_owned).collect()).collect()
    };
    let verdict = numbered::each(args, cells, |rows| rows.into_iter().try_for_each(|row| file.push(row)))?;
    file.finish(verdict)
}
