import vue from '@vitejs/plugin-vue';

export default {
  // Vue would look for a component of its own by this name.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'pain-map' } } })],
};
