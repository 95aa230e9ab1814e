//! The committed tables are what the source compiles to.

#[test]
fn the_tables_are_up_to_date() {
    for file in painmap_atlas::compile().unwrap() {
        let committed = std::fs::read(&file.path).unwrap();
        assert!(committed == file.bytes, "{}: run `cargo run -p painmap-atlas`", file.path.display());
    }
}
