//! The schema of a Parquet file, made from its columns.

use std::sync::Arc;

use ::parquet::basic::{LogicalType, Repetition, Type as Physical};
use ::parquet::errors::Result;
use ::parquet::schema::types::Type;
use painmap::exchange::table::Kind;

use super::Table;

/// Every column may be null, as every cell may be absent.
pub(super) fn schema(table: &Table) -> Result<Type> {
    let fields = table.columns.iter().map(|&(name, kind)| field(name, kind).map(Arc::new));
    let fields = fields.collect::<Result<Vec<_>>>()?;
    Type::group_type_builder(table.name).with_fields(fields).build()
}

fn field(name: &str, kind: Kind) -> Result<Type> {
    match kind {
        Kind::Text => text(name, Repetition::OPTIONAL),
        Kind::Whole => primitive(name, Physical::INT64),
        Kind::Flag => primitive(name, Physical::BOOLEAN),
        Kind::List => {
            // As the format's LIST annotation wants it: a group of a repeated group of elements.
            let element = Arc::new(text("element", Repetition::REQUIRED)?);
            let list = Type::group_type_builder("list")
                .with_repetition(Repetition::REPEATED)
                .with_fields(vec![element])
                .build()?;
            Type::group_type_builder(name)
                .with_repetition(Repetition::OPTIONAL)
                .with_logical_type(Some(LogicalType::List))
                .with_fields(vec![Arc::new(list)])
                .build()
        }
    }
}

fn primitive(name: &str, physical: Physical) -> Result<Type> {
    Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL).build()
}

fn text(name: &str, repetition: Repetition) -> Result<Type> {
    Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
        .with_repetition(repetition)
        .with_logical_type(Some(LogicalType::String))
        .build()
}
