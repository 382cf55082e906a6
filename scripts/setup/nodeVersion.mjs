/** The versions of Node.js the project is tried on. */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || major === 22 || major === 24;
}

/** @throws Error that says what is needed */
export function assertSupportedNode(version = process.versions.node) {
  if (!isSupported(version)) {
    throw new Error(
      `This is Node.js ${version}; it takes 20.19 or later of 20, or 22, or 24`,
    );
  }
}
