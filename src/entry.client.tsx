// Pages do not hydrate (see src/root.tsx); this stands in for the framework's own entry, so that no router is bundled.
export {};
