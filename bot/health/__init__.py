"""What an operator can see of a running bot: whether it works, and how much; never about whom."""
