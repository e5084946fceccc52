//! The command for participatory budgets.
