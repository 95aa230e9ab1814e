//! The questions of a mark that are answered by choosing words.

use crate::words::words;

words! {
    /// Whose hand made a mark.
    pub enum Author {
        /// The person who feels the pain.
        Patient = "patient",
        /// The examiner.
        Clinician = "clinician",
    }
}

words! {
    /// What the pain feels like.
    pub enum Quality {
        /// Aching.
        Aching = "aching",
        /// Dull.
        Dull = "dull",
        /// Sharp.
        Sharp = "sharp",
        /// Burning.
        Burning = "burning",
        /// Stabbing.
        Stabbing = "stabbing",
        /// Throbbing.
        Throbbing = "throbbing",
        /// Cramping.
        Cramping = "cramping",
        /// Tight or stiff.
        Tight = "tight",
        /// Sore to the touch.
        Sore = "sore",
        /// Tingling, pins and needles.
        Tingling = "tingling",
        /// Numb.
        Numb = "numb",
    }
}

words! {
    /// What brings the pain on.
    pub enum Provocation {
        /// It hurts by itself.
        Spontaneous = "spontaneous",
        /// It hurts when the place is pressed.
        Pressure = "pressure",
        /// It hurts with movement.
        Movement = "movement",
    }
}

words! {
    /// How deep the pain feels.
    pub enum Depth {
        /// Near the surface.
        Superficial = "superficial",
        /// Deep inside.
        Deep = "deep",
        /// The patient can't tell.
        Unsure = "unsure",
    }
}

words! {
    /// How the pain goes over time.
    pub enum Course {
        /// It is always there.
        Constant = "constant",
        /// It comes and goes.
        Intermittent = "intermittent",
    }
}
