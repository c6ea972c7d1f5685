nav-exchange = تبادل الخبرات
list-comma = {"، "}
