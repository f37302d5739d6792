{%- extends "gradebook_assignments.tpl" -%}
