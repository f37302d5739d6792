{#- Every page of the formgrader: reading and marking. The pages that hand out, collect or run code
    are left out: `poucet grade` does that, shut in. Nobody here has a name to hide. -#}
{%- extends "nbgrader/gradebook_base.tpl" -%}
{%- block sidebar -%}
<li role="presentation" class="active"><a href="{{ base_url }}/formgrader/gradebook">Manual Grading</a></li>
<style>
  .name-hidden, .reveal *, #toggle_names { display: none !important; }
  a.name-shown { display: inline !important; }
  a.name-shown::before { content: "avatar "; }
</style>
{%- endblock -%}
