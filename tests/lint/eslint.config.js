// The page's scripts run in the browser, one after another, each in a function of its own.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    languageOptions: {
      ecmaVersion: 2022,
      sourceType: "script",
      globals: globals.browser,
    },
    rules: {
      "complexity": ["error", 10],
      "consistent-return": "off",
      "eqeqeq": "error",
      "max-len": ["error", { code: 100, ignoreTemplateLiterals: true }],
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^y$" }],
      "no-var": "error",
      "prefer-const": "error",
      "strict": "off",
    },
  },
  { files: ["**/eslint.config.js"], languageOptions: { sourceType: "module" } },
];
