//! What tells of the command: completions for shells, and manual pages.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::command::painmap;

const VERBS: [&str; 14] = [
    "check",
    "render",
    "describe",
    "measure",
    "compare",
    "aggregate",
    "export",
    "import",
    "generate",
    "locate",
    "atlas",
    "schema",
    "completions",
    "manual",
];

#[test]
fn completions_name_every_verb_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = painmap(&["completions", shell], "").good();
        for verb in VERBS {
            assert!(script.contains(verb), "{shell} does not know {verb}");
        }
        assert!(script.contains("language"), "{shell} knows no options");
    }
    painmap(&["completions", "csh"], "").wrong("possible values: bash");
}

#[test]
fn bash_completes_by_them() {
    let script = painmap(&["completions", "bash"], "").good();
    let asked = "COMP_WORDS=(painmap agg); COMP_CWORD=1; _painmap painmap agg painmap; echo ${COMPREPLY[@]}";
    let mut bash = Command::new("bash").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    write!(bash.stdin.take().unwrap(), "{script}\n{asked}\n").unwrap();
    let told = bash.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(told.stdout).unwrap().trim(), "aggregate");
}

#[test]
fn the_manual_has_a_page_of_the_command_and_of_each_verb() {
    let whole = painmap(&["manual"], "").good();
    assert!(whole.contains(".TH painmap 1"), "{whole}");
    for verb in VERBS {
        assert!(
            whole.contains(&format!("painmap\\-{verb}(1)")),
            "the page of the command does not name {verb}"
        );
        let page = painmap(&["manual", verb], "").good();
        assert!(page.contains(&format!(".TH painmap-{verb} 1")), "{verb}: {page}");
        assert!(page.contains(".SH OPTIONS"), "{verb}");
    }
    painmap(&["manual", "diagnose"], "").wrong("there is no verb \"diagnose\"");
}
