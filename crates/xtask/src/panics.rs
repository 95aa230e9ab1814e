//! Takes the words of panics out of a linked module: what would say one traps instead.
//!
//! A browser shows nobody those words. What is left is the trap itself, which the element takes for the
//! end of the widget; what made the words is then used by nobody and dropped. The module's relocations are
//! still needed, so nothing in the code may move: a body is overwritten where it stands, and its
//! relocations are taken out.

use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Result, ensure};
use wasm_encoder::{CustomSection, Encode, RawSection};
use wasmparser::{KnownCustom, Name, Parser, Payload, RelocSectionReader, TypeRef};

/// The functions of the standard library that end in a panic, by the beginnings of their names.
const ENDS: [&str; 9] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_",
    "core::str::slice_error_fail",
    "core::cell::panic_",
    "alloc::raw_vec::handle_error",
    "std::panicking::",
];

/// How the names end of the functions that panic over a list's index, and of those that put values into the
/// words of panics and into no others.
const LAST: [&str; 2] = ["::assert_failed", " as core::fmt::Debug>::fmt"];

/// Where the relocations of the code stand.
const RELOCATIONS: &str = "reloc.CODE";

/// How a body begins that has no locals and traps; `nop` and the end follow.
const TRAP: [u8; 2] = [0x00, 0x00];
const NOP: u8 = 0x01;
const END: u8 = 0x0b;

/// Lets the panics of a linked module trap.
pub(crate) fn trap(linked: &[u8]) -> Result<Vec<u8>> {
    let ends = bodies_that_panic(linked)?;
    ensure!(!ends.is_empty(), "the linked module has no panics, or no names of functions");
    let mut patched = linked.to_vec();
    for body in &ends {
        let [start, end] = [body.start, body.end].map(place);
        let bytes = &mut patched[start..end];
        bytes.fill(NOP);
        bytes[..TRAP.len()].copy_from_slice(&TRAP);
        bytes[end - start - 1] = END;
    }

    let mut module = wasm_encoder::Module::new();
    let (mut code, mut is_relocatable) = (0, false);
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload?;
        if let Payload::CodeSectionStart { range, .. } = &payload {
            code = range.start;
        }
        if let Payload::CustomSection(section) = &payload
            && let (RELOCATIONS, KnownCustom::Reloc(reader)) = (section.name(), section.as_known())
        {
            let is_gone = |at: u64| ends.iter().any(|body| body.contains(&(code + at)));
            let data = relocations_but(linked, &reader, is_gone)?;
            module.section(&CustomSection { name: RELOCATIONS.into(), data: data.into() });
            is_relocatable = true;
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &patched[place(range.start)..place(range.end)] });
        }
    }
    ensure!(is_relocatable, "the module was linked without --emit-relocs");
    Ok(module.finish())
}

/// The bodies of the functions of [`ENDS`], where they stand in the module.
fn bodies_that_panic(linked: &[u8]) -> Result<Vec<Range<u64>>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names: HashMap<usize, &str> = HashMap::new();
    for payload in Parser::new(0).parse_all(linked) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else { continue };
                for part in parts {
                    let Name::Function(functions) = part? else { continue };
                    for naming in functions {
                        let naming = naming?;
                        names.insert(naming.index as usize, naming.name);
                    }
                }
            }
            _ => {}
        }
    }
    let panics = |index: &usize| names.get(index).is_some_and(|name| ends_in_a_panic(name));
    Ok((imported..).zip(bodies).filter(|(index, _)| panics(index)).map(|(_, body)| body).collect())
}

fn ends_in_a_panic(name: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    // Of a function that it copies the linker numbers the copies.
    let copy = name.rsplit_once('.').filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()));
    let name = copy.map_or(name.as_str(), |(name, _)| name);
    ENDS.iter().any(|end| name.starts_with(end)) || LAST.iter().any(|last| name.ends_with(last))
}

/// The section of relocations without those of places that are gone.
fn relocations_but(
    linked: &[u8],
    reader: &RelocSectionReader<'_>,
    is_gone: impl Fn(u64) -> bool,
) -> Result<Vec<u8>> {
    let entries = reader.entries();
    let starts: Vec<_> = entries.clone().into_iter_with_offsets().collect::<Result<_, _>>()?;
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([entries.range().end]);
    let (mut kept, mut count) = (Vec::new(), 0_u32);
    for ((start, entry), end) in starts.iter().zip(ends) {
        if !is_gone(entry.offset.into()) {
            kept.extend_from_slice(&linked[place(*start)..place(end)]);
            count += 1;
        }
    }
    let mut data = Vec::new();
    reader.section_index().encode(&mut data);
    count.encode(&mut data);
    data.append(&mut kept);
    Ok(data)
}

/// A place in the module as an index: it lies in memory, so this never saturates.
fn place(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_panics_is_known_by_its_name() {
        assert!(ends_in_a_panic("_ZN4core9panicking9panic_fmt17h0123456789abcdefE"));
        assert!(ends_in_a_panic("_RNvNtCsgXGp5Oqx2Ny_4core6option13unwrap_failed"));
        assert!(!ends_in_a_panic("_RNvNtCsgXGp5Oqx2Ny_4core6option7painted"));
        assert!(!ends_in_a_panic("widget_load"));
        assert!(ends_in_a_panic("_RNvXsQ_NtNtCsgXGp5Oqx2Ny_4core3fmt3numlNtB7_5Debug3fmt.163"));
        assert!(ends_in_a_panic(
            "_RNvXsr_NtCs5cOc02OMXlo_5alloc6stringNtB5_6StringNtNtCsgXGp5Oqx2Ny_4core3fmt5Debug3fmt"
        ));
        assert!(!ends_in_a_panic(
            "_ZN66_$LT$painmap..words..UnknownWord$u20$as$u20$core..fmt..Display$GT$3fmt17h4f63d642f8ae7d8eE"
        ));
    }
}
