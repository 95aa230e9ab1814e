export default {
  mode: 'production',
  entry: './src/form.js',
  // webpack loads the parts of a program by script elements: where a page's policy demands Trusted
  // Types, it must allow those of webpack (`trusted-types webpack`).
  output: { trustedTypes: { policyName: 'webpack' } },
};
