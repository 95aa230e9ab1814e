//! What other programs make of our files: every export of a record that was tapped in the demo, of generated
//! records and of hostile texts, and FHIR bundles before validators.

use std::process::Command;

use anyhow::Result;

use crate::install;
use crate::project::Project;
use crate::run::{cargo, run};

/// Has the core's tests write the files, then shows them to each validator.
pub(crate) fn test(project: &Project) -> Result<()> {
    let tests = project.conformance_tests();
    install::npm_packages(&tests)?;
    let python = install::python_packages(&tests, &project.scratch().join("python"))?;
    install::spreadsheet()?;
    run(cargo()
        .current_dir(&project.root)
        .args(["test", "--quiet", "--workspace", "--test", "suite"])
        .args(["--", "--exact", "fhir::files::bundles_written_to_files_come_back"]))?;
    // Cargo gives each package's integration tests this folder.
    let bundles = project.target.join("tmp/fhir");
    let command = project.build_program("painmap")?;
    run(Command::new(&python)
        .arg("-B")
        .arg(tests.join("exports.py"))
        .arg(&command)
        .arg(project.scratch().join("exports"))
        .arg(&bundles))?;
    for release in ["r4", "r5"] {
        run(Command::new(&command)
            .args(["schema", "--for", &format!("fhir-{release}"), "--output"])
            .arg(bundles.join(format!("definitions.{release}.json"))))?;
    }
    run(Command::new("node")
        .current_dir(&tests)
        .args(["--test", "--test-reporter=spec", "r4.test.js"])
        .env("PAINMAP_BUNDLES", &bundles))?;
    run(Command::new(python).arg("-B").arg(tests.join("validate.py")).arg(&bundles))
}
