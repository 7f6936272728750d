"""Blind second keying: a sheet of items without their keys, what a reviewer answered on it, and the record of both."""
