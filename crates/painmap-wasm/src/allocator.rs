//! The heap: a small allocator, since the standard library's would be a twentieth of the wasm.

#[global_allocator]
#[cfg(target_arch = "wasm32")]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
