"""Qantar reads reported figures out of prose and compares them: what was reported, by whom, and how did it change?"""
