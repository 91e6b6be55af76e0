// Made by the script that bundles the suite: every test file of this folder, in order of their names.
export {};
