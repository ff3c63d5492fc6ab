export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  setupFiles: ["<rootDir>/test/support/seed.ts"],
  testTimeout: 180_000,
  // Many tests wait for a browser or another process, so every core may have a worker.
  maxWorkers: "100%",
};
