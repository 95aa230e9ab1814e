//! The schema of the Parquet file, made from the table's columns.

use std::sync::Arc;

use ::parquet::basic::{LogicalType, Repetition, Type as Physical};
use ::parquet::errors::Result;
use ::parquet::schema::types::Type;
use painmap::exchange::table::{Column, Kind, columns};

/// Every column may be null, as every cell may be absent.
pub(super) fn schema() -> Result<Type> {
    let fields = columns().map(|column| field(column).map(Arc::new)).collect::<Result<Vec<_>>>()?;
    Type::group_type_builder("painmap_table").with_fields(fields).build()
}

fn field(column: &Column) -> Result<Type> {
    match column.kind() {
        Kind::Text => text(column.name(), Repetition::OPTIONAL),
        Kind::Whole => primitive(column.name(), Physical::INT64),
        Kind::Flag => primitive(column.name(), Physical::BOOLEAN),
        Kind::List => {
            // As the format's LIST annotation wants it: a group of a repeated group of elements.
            let element = Arc::new(text("element", Repetition::REQUIRED)?);
            let list = Type::group_type_builder("list")
                .with_repetition(Repetition::REPEATED)
                .with_fields(vec![element])
                .build()?;
            Type::group_type_builder(column.name())
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
