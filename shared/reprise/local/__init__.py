"""
The laptop run: the template, handlers and messages of AWS, on loopback, without an account.

``template.yaml`` says what there is (:mod:`template`); moto's server stands for AWS's APIs
(:mod:`moto_server`); :mod:`resources` creates what the template declares; :mod:`pump` carries
messages where AWS's event source mappings would; :mod:`door`, :mod:`gateway` and :mod:`edge` stand
where partners and readers knock; :mod:`run` is `make run`.
"""
