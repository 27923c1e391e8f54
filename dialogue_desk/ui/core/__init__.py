"""What every page uses: actions, prompts, the worker, theme and icons."""
