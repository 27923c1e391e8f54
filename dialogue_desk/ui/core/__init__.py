"""What pages share: their context, actions, prompts, routes and the worker."""
