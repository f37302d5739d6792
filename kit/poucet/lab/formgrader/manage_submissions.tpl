{%- extends "gradebook_notebooks.tpl" -%}
