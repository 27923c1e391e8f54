"""Makes what people install, for the kind of computer it runs on; ``build_spec/README.md`` says how."""
